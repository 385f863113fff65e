import { setTimeout } from 'node:timers/promises';

import { unless, type Attack } from '../frame/attack.js';
import { Latencies } from '../frame/latencies.js';
import { startPress, wholeOf, type Press } from '../frame/press.js';
import { recordFaults } from '../frame/recordFaults.js';

/** Answers that each requester has before the gateway is killed. */
const atLeast = 20;
const patience = 15_000;

async function areAnswered(presses: readonly Press[]): Promise<boolean> {
  const deadline = performance.now() + patience;
  while (presses.some(({ answers }) => wholeOf(answers).length < atLeast)) {
    if (performance.now() > deadline) return false;
    await setTimeout(20);
  }
  return true;
}

/** The gateway is killed while it answers, over and over, on one record. */
export const kill: Attack = {
  name: 'kill -9 under load',
  async run({ short, attacker, other, open, world }) {
    const rounds = short ? 3 : 20;
    const asked = [
      { headers: other, query: () => '{ person(no: "P7") { name } }' },
      { headers: attacker, query: () => '{ persons(first: 50) { nodes { no name } } }' },
      { headers: { 'content-type': 'application/json' }, query: () => '{ __typename }' },
    ];
    let running = await open();
    const received: string[] = [];
    const back: number[] = [];
    const faults: string[] = [];
    for (let round = 1; round <= rounds; round += 1) {
      const { port } = running.gateway;
      const presses = asked.map((each) => startPress({ ...each, port, connections: 3 }));
      faults.push(...unless(await areAnswered(presses), `round ${round}: too little load`));
      // At another moment of a batch each time.
      await setTimeout((round * 37) % 300);
      await running.gateway.kill('SIGKILL');
      const answers = (await Promise.all(presses.map((press) => press.stop()))).flat();
      received.push(...wholeOf(answers).map(({ id }) => id ?? 'none'));
      const begun = performance.now();
      running = await running.restart();
      back.push(performance.now() - begun);
      const found = await recordFaults(running.dir, world.masterKey, received);
      faults.push(...found.map((fault) => `round ${round}: ${fault}`));
    }
    const most = new Latencies(back).percentile(100);
    return {
      received,
      faults,
      seen: `${rounds} kills, ready again within ${most.toFixed(0)} ms`,
    };
  },
};
