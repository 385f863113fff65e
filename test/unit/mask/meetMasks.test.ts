import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { applyMask } from '../../../src/mask/applyMask.js';
import { describeMask, redactMask, type Mask } from '../../../src/mask/mask.js';
import { meetMasks } from '../../../src/mask/meet/meetMasks.js';

import { key, masks, named } from './masks.js';

const pairs = named.flatMap(([one, mask]) =>
  named.map(([other, otherMask]) => [`${one}, ${other}`, mask, otherMask] as const),
);
const range = (step: number): Mask => ({ rule: 'RANGE', step });
const keep = (first: number, last: number): Mask => ({ rule: 'KEEP', first, last });

/** The meet of two masks, as it is described. */
const met = (one: Mask, other: Mask) => describeMask(meetMasks(one, other));

describe('the meet of two masks', () => {
  it.each(pairs)('is the same either way round: %s', (_names, one, other) => {
    expect(meetMasks(one, other)).toEqual(meetMasks(other, one));
  });

  it.each(pairs)('is the same however three are taken together: %s, each', (_names, one, other) => {
    for (const third of masks) {
      expect(met(meetMasks(one, other), third)).toBe(met(one, meetMasks(other, third)));
    }
  });

  it.each(named)('of %s and itself is itself', (name, mask) => {
    expect(met(mask, { ...mask })).toBe(name);
  });

  it.each(named)('of %s and REDACT is REDACT, below which nothing lies', (_name, mask) => {
    expect(met(mask, redactMask)).toBe('REDACT');
  });

  it('of two that keep different parts is neither, but REDACT', () => {
    expect(met({ rule: 'NAME' }, { rule: 'ID_NUMBER' })).toBe('REDACT');
    expect(met({ rule: 'ID_NUMBER' }, { rule: 'YEAR' })).toBe('REDACT');
    expect(met({ rule: 'NAME' }, { rule: 'YEAR_MONTH' })).toBe('REDACT');
    expect(met(range(10), keep(1, 1))).toBe('REDACT');
  });

  it('of a month and a year is the year', () => {
    expect(met({ rule: 'YEAR_MONTH' }, { rule: 'YEAR' })).toBe('YEAR');
  });

  it.each([
    [10, 30, 30],
    [30, 15, 30],
    [10, 15, 30],
    [2, 3, 6],
    [7, 7, 7],
  ])('of ranges by %i and by %i is the range by %i, which follows from both', (a, b, step) => {
    expect(meetMasks(range(a), range(b))).toEqual(range(step));
  });

  it('of ranges whose common multiple is not exact is REDACT', () => {
    expect(met(range(Number.MAX_SAFE_INTEGER), range(2 ** 52))).toBe('REDACT');
  });

  it('of ranges is the same however three are taken together', () => {
    const step = fc.oneof(
      fc.integer({ min: 2, max: 60 }),
      fc.integer({ min: 2, max: 2 ** 31 - 1 }),
    );
    fc.assert(
      fc.property(step, step, step, (a, b, c) => {
        const [one, other, third] = [range(a), range(b), range(c)];
        expect(met(meetMasks(one, other), third)).toBe(met(one, meetMasks(other, third)));
      }),
      { numRuns: 1_000 },
    );
  });

  it.each([
    [keep(1, 1), keep(2, 2), '张小三', '张*三', '****'],
    [keep(1, 0), keep(1, 1), '张三', '张*', '****'],
    [keep(0, 1), keep(1, 0), '张三', '*三', '张*'],
  ])('of %j and %j is REDACT, since of "%s" they show %s and %s', (one, other, text, a, b) => {
    expect(met(one, other)).toBe('REDACT');
    expect([applyMask(one, text), applyMask(other, text)]).toEqual([a, b]);
  });

  it('of a hash and whatever else is REDACT, since it tells all values apart', () => {
    for (const mask of masks) {
      if (mask.rule !== 'HASH') expect(met(mask, { rule: 'HASH' })).toBe('REDACT');
    }
  });

  it('is REDACT for every pair but those of years, of ranges, and a mask and itself', () => {
    const others = pairs.filter(([, one, other]) => one !== other && met(one, other) !== 'REDACT');
    expect(others.map(([names]) => names)).toEqual([
      'YEAR, YEAR_MONTH',
      'YEAR_MONTH, YEAR',
      'RANGE(10), RANGE(15)',
      'RANGE(10), RANGE(30)',
      'RANGE(15), RANGE(10)',
      'RANGE(15), RANGE(30)',
      'RANGE(30), RANGE(10)',
      'RANGE(30), RANGE(15)',
    ]);
  });
});

/** Few values of each rule's form, and others, so that two often look alike under a rule. */
const value = fc.oneof(
  fc
    .record({ month: fc.integer({ min: 1, max: 3 }), day: fc.integer({ min: 1, max: 31 }) })
    .map(({ month, day }) => `1990-0${month}-${String(day).padStart(2, '0')}`),
  fc.stringMatching(/^199[01]-(?:01|12)-[0-3][0-9]$/),
  fc.stringMatching(/^[张王][小三]{0,2}$/),
  fc.stringMatching(/^138[12]{4}1234$|^0532[12]{6}34$/),
  fc.stringMatching(/^622202[12]{2,4}6781$/),
  fc.stringMatching(/^370202[12]{8}1233$/),
  fc.stringMatching(/^青岛市市[南北]区[一二]路$/),
  fc.stringMatching(/^z[ab]{1,3}@163\.com$/),
  fc.stringMatching(/^鲁B1[12]{3}5$/),
  fc.stringMatching(/^E[12]{4}5678$/),
  fc.integer({ min: -40, max: 40 }),
  fc.constantFrom(Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER - 20, -Number.MAX_SAFE_INTEGER),
  fc.string({ unit: 'binary' }),
);

describe('what the meet of two masks shows', () => {
  it.each(pairs)('follows from what either shows: %s', (_names, one, other) => {
    const meet = meetMasks(one, other);
    fc.assert(
      fc.property(fc.array(value, { minLength: 8, maxLength: 40 }), (values) => {
        // Were it to tell apart two values that look alike under a mask, it would show more.
        for (const mask of [one, other]) {
          const underMeet = new Map<string | null, string | null>();
          for (const each of values) {
            const shown = applyMask(mask, each, key);
            const shownByMeet = applyMask(meet, each, key);
            if ((underMeet.get(shown) ?? shownByMeet) !== shownByMeet) return false;
            underMeet.set(shown, shownByMeet);
          }
        }
        return true;
      }),
      { numRuns: 20 },
    );
  });

  it('is the beginning of the month, for a month and a year, on every day of some years', () => {
    const meet = meetMasks({ rule: 'YEAR' }, { rule: 'YEAR_MONTH' });
    for (let day = Date.UTC(1999, 0); day < Date.UTC(2001, 0); day += 86_400_000) {
      const date = new Date(day).toISOString().slice(0, 10);
      expect(applyMask(meet, date)).toBe(applyMask({ rule: 'YEAR_MONTH' }, date)?.slice(0, 4));
    }
  });
});
