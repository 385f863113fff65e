import { isDeepStrictEqual } from 'node:util';

import type { Workload } from '../workload.js';

import { describeContestant, type Running } from './startContestant.js';

/** How many operations are asked at a time. */
const atOnce = 20;

async function post(contestant: Running, body: string): Promise<Response> {
  const { address } = contestant;
  const headers = { ...address.headers, 'content-type': 'application/json' };
  try {
    return await fetch(address.url, { method: 'POST', headers, body });
  } catch (cause) {
    throw new Error(`${describeContestant(contestant)} does not answer`, { cause });
  }
}

async function ask(contestant: Running, body: string): Promise<Record<string, unknown>> {
  const response = await post(contestant, body);
  const text = await response.text();
  const { data, errors } = JSON.parse(text) as {
    readonly data?: Record<string, unknown> | null;
    readonly errors?: unknown;
  };
  const whole = data ? Object.values(data).every((root) => root !== null) : false;
  if (response.ok && errors === undefined && data && whole) return data;
  throw new Error(
    `${describeContestant(contestant)} answers ${response.status} ${text.slice(0, 500)}\nto ${body}`,
  );
}

async function checkAnswer(contestants: readonly Running[], body: string): Promise<void> {
  const answers = await Promise.all(contestants.map((contestant) => ask(contestant, body)));
  const [first] = answers;
  if (answers.every((answer) => isDeepStrictEqual(answer, first))) return;
  const shown = contestants.map(
    (contestant, index) =>
      `${describeContestant(contestant)}: ${JSON.stringify(answers[index]).slice(0, 500)}`,
  );
  throw new Error(`the contestants' answers differ:\n${shown.join('\n')}\nto ${body}`);
}

/**
 * Asks every operation of every workload of all contestants, on all sources: a comparison of unequal
 * answers counts for nothing.
 *
 * @throws {Error} with the first answers that are not whole, or differ
 */
export async function checkAnswers(
  contestants: readonly Running[],
  workloads: readonly Workload[],
): Promise<void> {
  for (const { bodies } of workloads) {
    for (let start = 0; start < bodies.length; start += atOnce) {
      const some = bodies.slice(start, start + atOnce);
      await Promise.all(some.map((body) => checkAnswer(contestants, body)));
    }
  }
}
