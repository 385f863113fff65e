import { describe, expect, it } from '@jest/globals';

import { LivePolicy } from '../../../src/control/policy/livePolicy.js';
import { readSeed } from '../../../src/control/policy/readSeed.js';
import { testPolicy } from '../../support/testPolicy.js';
import { refusalOf } from '../support/refusal.js';
import { testCatalog } from '../support/testCatalog.js';

/** A control database whose revision and answers a test sets, and a clock that it moves. */
function followed() {
  const state = { revision: 1, fails: false, loads: 0, time: 0 };
  const seed = readSeed(testPolicy());
  const answer = <T>(value: T): Promise<T> =>
    state.fails ? Promise.reject(new Error('SELECT secret')) : Promise.resolve(value);
  const store = {
    revision: () => answer(state.revision),
    load: () => {
      state.loads += 1;
      return answer({ revision: state.revision, seed });
    },
  };
  const live = new LivePolicy(store, testCatalog, { monotonic: () => state.time });
  return { state, live };
}

const notReady = {
  code: 'NOT_READY',
  message: 'The channel cannot answer lawfully now; try again.',
};

describe('a policy that is followed', () => {
  it('is none before it was read', () => {
    expect(refusalOf(() => followed().live.current())).toEqual(notReady);
  });

  it('is one snapshot until its revision is another', async () => {
    const { state, live } = followed();
    await live.refresh();
    const first = live.current();
    await live.refresh();
    expect(live.current()).toBe(first);
    expect(state.loads).toBe(1);
    state.revision = 2;
    await live.refresh();
    expect(live.current()).not.toBe(first);
    expect(live.current().revision).toBe('2');
    expect(Object.isFrozen(live.current())).toBe(true);
  });

  it('may be relied on for 800 ms after a reading began, and no longer', async () => {
    const { state, live } = followed();
    await live.refresh();
    state.time = 800;
    expect(live.current().revision).toBe('1');
    state.time = 801;
    expect(live.isCurrent).toBe(false);
    expect(refusalOf(() => live.current())).toEqual(notReady);
    await live.refresh();
    expect(live.current().revision).toBe('1');
  });

  it('is not prolonged by a reading that fails', async () => {
    const { state, live } = followed();
    await live.refresh();
    state.time = 700;
    state.fails = true;
    await expect(live.refresh()).rejects.toThrow();
    state.time = 801;
    expect(refusalOf(() => live.current())).toEqual(notReady);
  });

  it('is prolonged from the moment in which a reading began, not from its end', async () => {
    const { state, live } = followed();
    await live.refresh();
    state.time = 500;
    const reading = live.refresh();
    state.time = 1_200;
    await reading;
    expect(live.isCurrent).toBe(true);
    state.time = 1_301;
    expect(live.isCurrent).toBe(false);
  });
});
