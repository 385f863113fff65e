import { describe, expect, it } from '@jest/globals';

import { maskRules, type MaskRuleName } from '../../../src/mask/maskRule.js';
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
  });
});
