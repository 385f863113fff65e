import { afterEach, describe, expect, it } from '@jest/globals';

import type { ExchangeError } from '../../../../src/errors/exchangeError.js';
import { FairQueue, type Hold } from '../../../../src/sources/gate/fairQueue.js';

const opened: FairQueue[] = [];
// What waits still has its timers.
afterEach(() => {
  for (const queue of opened.splice(0)) queue.close();
});

/** A queue whose statements end when the test says so, in the order in which they were sent. */
function openQueue(places: number, { timeout = 60_000, length = 100 } = {}) {
  const queue = new FairQueue({ places, timeout, length });
  opened.push(queue);
  const sent: string[] = [];
  const ends: (() => void)[] = [];
  const holds: Hold[] = [];
  const ask = (asker: string, name = asker) => {
    const answer = queue.run(asker, (hold) => {
      sent.push(name);
      holds.push(hold);
      return new Promise<string>((resolve) => {
        ends.push(() => {
          resolve(name);
        });
      });
    });
    // Some are refused when the queue is closed.
    answer.catch(() => undefined);
    return answer;
  };
  const end = async (at: number) => {
    ends[at]?.();
    await settled();
  };
  return { queue, sent, holds, ask, end };
}

/** Lets all promises that are settled by now tell those who wait. */
const settled = () => new Promise((resolve) => setImmediate(resolve));

const codeOf = (asked: Promise<unknown>) =>
  asked.then(
    () => 'answered',
    (error: unknown) => (error as ExchangeError).code,
  );

describe('a queue in front of a source', () => {
  it('sends at once what need not wait', () => {
    const { ask, sent } = openQueue(1);
    void ask('a');
    expect(sent).toEqual(['a']);
  });

  it('serves who comes later, but asked less, before all that one client asks', async () => {
    const { ask, sent, end } = openQueue(1);
    for (const name of ['a1', 'a2', 'a3', 'a4']) void ask('a', name);
    void ask('b', 'b1');
    void ask('c', 'c1');
    for (let at = 0; at < 5; at++) await end(at);
    expect(sent.slice(0, 3)).toEqual(['a1', 'b1', 'c1']);
    expect(sent.slice(3)).toEqual(['a2', 'a3', 'a4']);
  });

  it('keeps a place in four for others, and gives it to them at once', () => {
    const { ask, sent } = openQueue(4);
    for (let at = 0; at < 10; at++) void ask('a');
    expect(sent).toEqual(['a', 'a', 'a']);
    void ask('b');
    expect(sent).toEqual(['a', 'a', 'a', 'b']);
  });

  it('refuses more of one client than may wait, at once, and nobody else', async () => {
    const { ask, sent } = openQueue(1, { length: 2 });
    const asked = Array.from({ length: 4 }, (_, at) => ask('a', `a${at}`));
    expect(await codeOf(asked[3]!)).toBe('SOURCE_BUSY');
    void ask('b');
    expect(sent).toEqual(['a0']);
  });

  it('refuses what waited too long, and never sends it', async () => {
    const { ask, sent, end } = openQueue(1, { timeout: 20 });
    void ask('a', 'first');
    expect(await codeOf(ask('a', 'late'))).toBe('SOURCE_BUSY');
    await end(0);
    expect(sent).toEqual(['first']);
  });

  it('keeps the place of what was given up until its source is done with it', async () => {
    const { ask, sent, holds, end } = openQueue(1);
    void ask('a', 'given up');
    let done = (): void => undefined;
    const until = new Promise<void>((resolve) => {
      done = resolve;
    });
    holds[0]?.(until);
    void ask('b', 'next');
    await end(0);
    expect(sent).toEqual(['given up']);
    done();
    await settled();
    expect(sent).toEqual(['given up', 'next']);
  });

  it('lets who was given up wait behind the others', async () => {
    const { ask, sent, holds, end } = openQueue(1);
    void ask('a', 'given up');
    holds[0]?.(Promise.reject(new Error('not reached')));
    void ask('a', 'again');
    void ask('b', 'b1');
    void ask('b', 'b2');
    await new Promise((resolve) => setTimeout(resolve, 20));
    await end(0);
    await end(1);
    await end(2);
    expect(sent).toEqual(['given up', 'b1', 'b2', 'again']);
  });

  it('refuses what waits when it is closed', async () => {
    const { queue, ask } = openQueue(1);
    void ask('a');
    const waiting = codeOf(ask('b'));
    queue.close();
    expect(await waiting).toBe('SOURCE_UNAVAILABLE');
  });
});
