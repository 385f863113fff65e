import { Agent } from 'node:http';
import { setTimeout } from 'node:timers/promises';

import { ask, type Answered } from './ask.js';

export interface Pressed {
  readonly port: number;
  readonly headers: Readonly<Record<string, string>>;
  /** The operation that is asked as the n-th. */
  readonly query: (n: number) => string;
  readonly connections: number;
  /** Milliseconds between two requests of one connection. */
  readonly pause?: number;
}

/** Asks over and over, on many connections, until it is stopped; what is under way then is given up. */
export function startPress({ port, headers, query, connections, pause = 0 }: Pressed) {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const answers: Answered[] = [];
  let next = 0;
  let isStopped = false;
  const ofConnection = async () => {
    while (!isStopped) {
      next += 1;
      const answer = await ask({ port, headers, query: query(next), agent });
      if (answer) answers.push(answer);
      // Whoever gets no answer tries again, but not as fast as it can.
      if (pause > 0 || !answer) await setTimeout(Math.max(pause, 5));
    }
  };
  const running = Promise.all(Array.from({ length: connections }, ofConnection));
  return {
    /** What came so far. */
    answers: answers as readonly Answered[],
    async stop(): Promise<readonly Answered[]> {
      isStopped = true;
      agent.destroy();
      await running;
      return answers;
    },
  };
}

export type Press = ReturnType<typeof startPress>;

/** Answers with data, without an error. */
export const wholeOf = (answers: readonly Answered[]) =>
  answers.filter(({ status, text }) => status === 200 && text.startsWith('{"data":{'));

/** How many answers hold an error of this code. */
export const countOf = (answers: readonly Answered[], code: string) =>
  answers.filter(({ text }) => text.includes(`"code":"${code}"`)).length;
