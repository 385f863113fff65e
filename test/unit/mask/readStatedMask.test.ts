import { describe, expect, it } from '@jest/globals';

import { describeMask } from '../../../src/mask/mask.js';
import { readStatedMask, type StatedMask } from '../../../src/mask/stated/readStatedMask.js';

const range = 'RANGE states `step`, a whole number from 2: with `step: 10`, 37 is shown as 30–39.';
const keep =
  'KEEP states `first` and `last`, whole numbers from 0: how many characters stay. Where none does, the rule is REDACT.';

describe('a mask that is stated', () => {
  it.each<[StatedMask, string]>([
    [{ rule: 'NAME' }, 'NAME'],
    [{ rule: 'NAME', step: null, first: undefined }, 'NAME'],
    [{ rule: 'HASH' }, 'HASH'],
    [{ rule: 'RANGE', step: 10 }, 'RANGE(10)'],
    [{ rule: 'RANGE', step: 2, first: null, last: null }, 'RANGE(2)'],
    [{ rule: 'KEEP', first: 2, last: 3 }, 'KEEP(2,3)'],
    [{ rule: 'KEEP', last: 3, first: 0 }, 'KEEP(0,3)'],
    [{ rule: 'KEEP', first: 1, last: 0 }, 'KEEP(1,0)'],
  ])('is read: %j is %s', (stated, description) => {
    const read = readStatedMask(stated);
    expect(read.kind === 'mask' && describeMask(read.mask)).toBe(description);
    expect(read.kind === 'mask' && Object.isFrozen(read.mask)).toBe(true);
  });

  it.each<[StatedMask, string]>([
    [{ rule: 'RANGE' }, range],
    [{ rule: 'RANGE', step: null }, range],
    [{ rule: 'RANGE', step: 1 }, range],
    [{ rule: 'RANGE', step: 0 }, range],
    [{ rule: 'RANGE', step: -10 }, range],
    [{ rule: 'RANGE', step: 2.5 }, range],
    [{ rule: 'RANGE', step: 2 ** 53 }, range],
    [{ rule: 'RANGE', step: NaN }, range],
    [{ rule: 'KEEP' }, keep],
    [{ rule: 'KEEP', first: 1 }, keep],
    [{ rule: 'KEEP', last: 1 }, keep],
    [{ rule: 'KEEP', first: 0, last: 0 }, keep],
    [{ rule: 'KEEP', first: -1, last: 3 }, keep],
    [{ rule: 'KEEP', first: 1.5, last: 3 }, keep],
    [{ rule: 'NAME', first: 1 }, 'NAME takes no parameter; `first` is stated.'],
    [{ rule: 'NAME', last: 0 }, 'NAME takes no parameter; `last` is stated.'],
    [{ rule: 'HASH', step: 0 }, 'HASH takes no parameter; `step` is stated.'],
    [{ rule: 'RANGE', step: 10, first: 1 }, 'RANGE takes `step`; `first` is stated.'],
    [
      { rule: 'KEEP', first: 1, last: 1, step: 2 },
      'KEEP takes `first` and `last`; `step` is stated.',
    ],
  ])('is refused with what would be right: %j', (stated, why) => {
    expect(readStatedMask(stated)).toEqual({ kind: 'wrong', why });
  });
});
