import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { applyMask, maskRules, type MaskRuleName } from '../../../src/mask/maskRule.js';
import { meetMasks } from '../../../src/mask/meetMasks.js';

const rules = Object.keys(maskRules) as readonly MaskRuleName[];
const pairs = rules.flatMap((one) => rules.map((other) => [one, other] as const));

describe('the meet of two masks', () => {
  it.each(pairs)('is the same either way round: %s, %s', (one, other) => {
    expect(meetMasks(one, other)).toBe(meetMasks(other, one));
  });

  it.each(pairs)('is the same however three are taken together: %s, %s, and each', (one, other) => {
    for (const third of rules) {
      expect(meetMasks(meetMasks(one, other), third)).toBe(meetMasks(one, meetMasks(other, third)));
    }
  });

  it.each(rules)('of %s and itself is itself', (rule) => {
    expect(meetMasks(rule, rule)).toBe(rule);
  });

  it.each(rules)('of %s and REDACT is REDACT, below which nothing lies', (rule) => {
    expect(meetMasks(rule, 'REDACT')).toBe('REDACT');
  });

  it('of two that keep different parts is neither, but REDACT', () => {
    expect(meetMasks('NAME', 'ID_NUMBER')).toBe('REDACT');
    expect(meetMasks('ID_NUMBER', 'YEAR')).toBe('REDACT');
    expect(meetMasks('NAME', 'YEAR_MONTH')).toBe('REDACT');
  });

  it('of a month and a year is the year', () => {
    expect(meetMasks('YEAR_MONTH', 'YEAR')).toBe('YEAR');
  });

  it('is REDACT for every pair but a month and a year, or a rule and itself', () => {
    const others = pairs.filter(
      ([one, other]) => one !== other && meetMasks(one, other) !== 'REDACT',
    );
    expect(others).toEqual([
      ['YEAR', 'YEAR_MONTH'],
      ['YEAR_MONTH', 'YEAR'],
    ]);
  });
});

/** Few texts of each rule's form, and others, so that two often look alike under a rule. */
const text = fc.oneof(
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
  fc.string({ unit: 'binary' }),
);

describe('what the meet of two masks shows', () => {
  it.each(pairs)('follows from what either shows: %s, %s', (one, other) => {
    const meet = meetMasks(one, other);
    fc.assert(
      fc.property(fc.array(text, { minLength: 8, maxLength: 40 }), (texts) => {
        // Were it to tell apart two texts that look alike under a mask, it would show more.
        for (const mask of [one, other]) {
          const underMeet = new Map<string | null, string | null>();
          for (const each of texts) {
            const shown = applyMask(mask, each);
            const met = applyMask(meet, each);
            if ((underMeet.get(shown) ?? met) !== met) return false;
            underMeet.set(shown, met);
          }
        }
        return true;
      }),
      { numRuns: 20 },
    );
  });

  it('is the beginning of the month, for a month and a year, on every day of some years', () => {
    for (let day = Date.UTC(1999, 0); day < Date.UTC(2001, 0); day += 86_400_000) {
      const date = new Date(day).toISOString().slice(0, 10);
      const met = applyMask(meetMasks('YEAR', 'YEAR_MONTH'), date);
      expect(met).toBe(applyMask('YEAR_MONTH', date)?.slice(0, 4));
    }
  });
});
