import { describe, expect, it } from '@jest/globals';

import { rangeOfCheck } from '../../../src/sources/mysql/readRanges.js';

describe('a CHECK', () => {
  it.each([
    ['`flag` in (0,1)', { column: 'flag', range: { least: 0, greatest: 1 } }],
    ['(`flag` in (1, 0))', { column: 'flag', range: { least: 0, greatest: 1 } }],
    ['`n` between -5 and 9', { column: 'n', range: { least: -5, greatest: 9 } }],
    ['`n` >= 0 and `n` <= 9', { column: 'n', range: { least: 0, greatest: 9 } }],
    ['((`n` >= 0) and (`n` <= 9))', { column: 'n', range: { least: 0, greatest: 9 } }],
  ])('that states a range is read as one: %s', (clause, range) => {
    expect(rangeOfCheck(clause)).toEqual(range);
  });

  it.each([
    '`n` <> 7',
    '`n` in (0,1) or 1 = 1',
    'not `n` in (0,1)',
    '`n` >= 0 and `m` <= 9',
    '`n` not in (0,1)',
    "`n` in ('0','1')",
    '`n` between 0 and 9 or `n` is not null',
  ])('that states none is not: %s', (clause) => {
    expect(rangeOfCheck(clause)).toBeUndefined();
  });
});
