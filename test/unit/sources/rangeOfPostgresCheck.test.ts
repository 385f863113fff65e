import { describe, expect, it } from '@jest/globals';

import { rangeOfCheck } from '../../../src/sources/postgres/readRanges.js';

describe('a CHECK, as PostgreSQL writes it,', () => {
  it.each([
    ['((n >= 0) AND (n <= 9))', 'n', { least: 0, greatest: 9 }],
    ["((n >= '-5'::integer) AND (n <= 9))", 'n', { least: -5, greatest: 9 }],
    ['(flag = ANY (ARRAY[0, 1]))', 'flag', { least: 0, greatest: 1 }],
    ["(n = ANY (ARRAY[(3)::bigint, '-1'::bigint]))", 'n', { least: -1, greatest: 3 }],
    ['(("a ""b" >= 0) AND ("a ""b" <= 9))', '"a ""b"', { least: 0, greatest: 9 }],
  ])('that states a range is read as one: %s', (expression, column, range) => {
    expect(rangeOfCheck(expression, column)).toEqual(range);
  });

  it.each([
    '(n <> 7)',
    '((n = ANY (ARRAY[0, 1])) OR (1 = 1))',
    '(NOT (n = ANY (ARRAY[0, 1])))',
    '(n <> ALL (ARRAY[0, 1]))',
    '((n >= 0) AND (m <= 9))',
    '((abs(n) >= 0) AND (abs(n) <= 9))',
    '((abs(n) >= 0) AND (n <= 9))',
    '(abs(n) = ANY (ARRAY[0, 1]))',
    '((n >= 0) AND (n <= 9) AND (n <> 5))',
    '(n = ANY (ARRAY[0, NULL::integer]))',
    '(((n)::numeric >= 0.5) AND ((n)::numeric <= 9.5))',
  ])('that states none is not: %s', (expression) => {
    expect(rangeOfCheck(expression, 'n')).toBeUndefined();
  });
});
