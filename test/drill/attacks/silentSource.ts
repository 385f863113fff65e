import { setTimeout } from 'node:timers/promises';

import { openSilentProxy } from '../../support/silentProxy.js';
import { ask } from '../frame/ask.js';
import { unless, type Attack } from '../frame/attack.js';
import { feelFor, startBystander } from '../frame/bystander.js';
import { wholeOf } from '../frame/press.js';

/** Milliseconds within which all is answered again, and within which the gateway ends. */
const recovery = 15_000;
const grace = 30_000;

/** All packets on the way to the source are swallowed, on the connections that are open. */
export const silentSource: Attack = {
  name: 'C11 packets swallowed before MariaDB',
  async run({ open, seconds, other, attacker, short, world }) {
    const proxy = await openSilentProxy(world.server.port);
    const sources = { drill: `mysql://root@127.0.0.1:${proxy.port}/drill` };
    const { gateway } = await open({
      TONGDAO_SOURCES: JSON.stringify(sources),
      TONGDAO_SOURCE_TIMEOUT: '1000',
    });
    const { port } = gateway;
    /** Sixteen at once, of both clients: the answers that hold what was asked for. */
    const askMany = async () => {
      const asked = Array.from({ length: 16 }, (_, at) =>
        ask({
          port,
          headers: at % 2 === 0 ? other : attacker,
          query: `{ person(no: "P${at + 1}") { name } }`,
        }),
      );
      return wholeOf((await Promise.all(asked)).flatMap((answer) => answer ?? []));
    };
    const quiet = await feelFor(seconds, port, other);
    await askMany();
    proxy.silence();
    const begun = performance.now();
    const bystander = startBystander(port, other);
    const silent = await askMany();
    let last = await askMany();
    while (last.length < 16 && performance.now() - begun < 4 * recovery) {
      await setTimeout(100);
      last = await askMany();
    }
    const took = performance.now() - begun;
    const under = await bystander.stop();
    proxy.silenceAll();
    const unanswered = askMany();
    await setTimeout(200);
    const signalled = performance.now();
    gateway.child.kill('SIGTERM');
    const ended = await gateway.endedWithin(grace);
    const end = performance.now() - signalled;
    if (!ended) await gateway.kill('SIGKILL');
    const late = await unanswered;
    await proxy.close();
    return {
      quiet,
      under,
      received: [...quiet.whole, ...silent, ...last, ...under.whole, ...late],
      seen: `all answered again after ${took.toFixed(0)} ms, ended ${end.toFixed(0)} ms after SIGTERM`,
      faults: [
        ...unless(silent.length < 16, 'no packet was swallowed'),
        ...unless(last.length === 16, 'not all is answered again'),
        ...unless(short || took <= recovery, `more than ${recovery / 1_000} s to recover`),
        ...unless(ended !== undefined, `SIGTERM does not end it within ${grace / 1_000} s`),
      ],
    };
  },
};
