import { describe, expect, it } from '@jest/globals';

import { RefusalRates, networkOf } from '../../../src/http/recording/refusalRates.js';
import { RefusalTally } from '../../../src/http/recording/refusalTally.js';
import type { Entry } from '../../../src/record/entry/entry.js';
import type { CatalogVersion } from '../../../src/shared/brand.js';

/** A record that can be full. */
function recordThatFills() {
  const entries: Entry[] = [];
  const state = { isFull: false };
  const failures: unknown[] = [];
  const record = {
    append: (entry: Entry) => {
      if (state.isFull) return Promise.reject(new Error('full'));
      entries.push(entry);
      return Promise.resolve();
    },
  };
  const tally = new RefusalTally({
    record,
    catalog: 'c' as CatalogVersion,
    failed: (cause) => failures.push(cause),
  });
  return { entries, state, failures, tally };
}

const wrong = { address: '10.0.0.1', outcome: 'UNAUTHENTICATED' };

/** How many of so many are taken into the sum. */
const taken = (tally: RefusalTally, count: number, refusal = wrong) =>
  Array.from({ length: count }, () => tally.takes(refusal)).filter(Boolean).length;

describe('refusals of nobody', () => {
  it('stand alone while they are few, and are summed up then', async () => {
    const { entries, tally } = recordThatFills();
    expect(taken(tally, 100)).toBe(60);
    await tally.close();
    expect(entries).toMatchObject([
      { outcome: 'REFUSALS', refusals: { addresses: 1, counts: { UNAUTHENTICATED: 60 } } },
    ]);
  });

  it('of one network leave room to those of another, up to a bound for all', () => {
    const { tally } = recordThatFills();
    taken(tally, 1_000);
    const other = { ...wrong, address: '10.0.0.2' };
    expect(taken(tally, 1, other)).toBe(0);
    for (let at = 0; at < 100; at += 1) taken(tally, 1, { ...wrong, address: `10.0.1.${at}` });
    expect(taken(tally, 1, { ...wrong, address: '10.0.2.1' })).toBe(1);
  });

  it('leave no sum where there is nothing to sum up', async () => {
    const { entries, tally } = recordThatFills();
    await tally.close();
    expect(taken(tally, 3)).toBe(0);
    await tally.close();
    expect(entries).toEqual([]);
  });

  it('are not lost where a sum cannot be written, and no further one goes out uncounted', async () => {
    const { entries, state, failures, tally } = recordThatFills();
    expect(taken(tally, 50)).toBe(10);
    state.isFull = true;
    await tally.close();
    expect([failures.length, entries.length]).toEqual([1, 0]);
    expect(taken(tally, 100)).toBe(0);
    state.isFull = false;
    await tally.close();
    expect(entries).toMatchObject([{ refusals: { counts: { UNAUTHENTICATED: 10 } } }]);
    expect(taken(tally, 100)).toBe(60);
    await tally.close();
  });
});

describe('the rate of refusals', () => {
  it('is by network', () => {
    const rates = new RefusalRates(2);
    rates.refused('a');
    expect(rates.isOver('a')).toBe(false);
    rates.refused('a');
    expect([rates.isOver('a'), rates.isOver('b')]).toEqual([true, false]);
  });

  it.each([
    ['10.0.0.1', '10.0.0.1'],
    ['::ffff:10.0.0.1', '10.0.0.1'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:db8::6', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
  ])('%s is of %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});
