import { Agent } from 'node:http';
import { setTimeout } from 'node:timers/promises';

import { ask, type Answered } from './ask.js';
import { people } from './drillWorld.js';
import { Latencies } from './latencies.js';

/** What somebody felt who asked for one person after the other. */
export interface Felt {
  readonly latencies: Latencies;
  readonly answers: readonly Answered[];
  /** Answers that hold the person. */
  readonly whole: readonly Answered[];
  /** Requests that got no whole answer. */
  readonly broken: number;
}

export interface BystanderOptions {
  /** Whether each request opens a connection of its own. */
  readonly anew?: boolean;
}

/** Milliseconds between two requests: somebody who asks, and does not press. */
const pause = 4;
const connections = 2;

/** Somebody else's lookups, until they are told to stop. */
export function startBystander(
  port: number,
  headers: Readonly<Record<string, string>>,
  { anew = false }: BystanderOptions = {},
) {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const took: number[] = [];
  const answers: Answered[] = [];
  const whole: Answered[] = [];
  let broken = 0;
  let next = 0;
  let isStopped = false;

  async function askOnce(): Promise<void> {
    next = (next % people) + 1;
    const at = next;
    const query = `{ person(no: "P${at}") { name } }`;
    const begun = performance.now();
    const answer = await ask({ port, headers, query, ...(anew ? {} : { agent }) });
    if (!answer) {
      broken += 1;
      return;
    }
    took.push(performance.now() - begun);
    answers.push(answer);
    if (answer.status === 200 && answer.text.includes(`"name":"n${at}"`)) whole.push(answer);
  }

  const ofConnection = async () => {
    while (!isStopped) {
      await askOnce();
      await setTimeout(pause);
    }
  };
  const running = Promise.all(Array.from({ length: connections }, ofConnection));
  return {
    async stop(): Promise<Felt> {
      isStopped = true;
      await running;
      agent.destroy();
      return { latencies: new Latencies(took), answers, whole, broken };
    },
  };
}

/** What somebody feels for so many seconds. */
export async function feelFor(
  seconds: number,
  ...of: Parameters<typeof startBystander>
): Promise<Felt> {
  const bystander = startBystander(...of);
  await setTimeout(seconds * 1_000);
  return bystander.stop();
}
