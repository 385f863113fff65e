import { setTimeout } from 'node:timers/promises';

import { describe, expect, it, jest } from '@jest/globals';

import { OneAtATime } from '../../../src/shared/oneAtATime.js';

const late = () => new Error('late');

describe('one at a time', () => {
  it('begins what comes next when the one before has ended, well or not', async () => {
    const turns = new OneAtATime(5_000, late);
    const told: string[] = [];
    const act = (name: string, fails: boolean) => async () => {
      told.push(`${name} begins`);
      await setTimeout(5);
      told.push(`${name} ends`);
      if (fails) throw new Error(name);
      return name;
    };
    const all = [turns.run(act('a', true)), turns.run(act('b', false))];
    expect(await Promise.allSettled(all)).toMatchObject([
      { status: 'rejected', reason: new Error('a') },
      { status: 'fulfilled', value: 'b' },
    ]);
    expect(told).toEqual(['a begins', 'a ends', 'b begins', 'b ends']);
  });

  it('lets nobody wait for a turn beyond the time, and begins nothing that nobody waits for', async () => {
    const turns = new OneAtATime(30, late);
    let begun = 0;
    const never = () => {
      begun += 1;
      return new Promise<never>(() => undefined);
    };
    jest.useFakeTimers();
    try {
      const all = Promise.allSettled([turns.run(never), turns.run(never), turns.run(never)]);
      await jest.advanceTimersByTimeAsync(30);
      for (const { status } of await all) expect(status).toBe('rejected');
      expect(begun).toBe(1);
      expect(await turns.run(() => Promise.resolve('next'))).toBe('next');
    } finally {
      jest.useRealTimers();
    }
  });
});
