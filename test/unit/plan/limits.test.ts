import { describe, expect, it } from '@jest/globals';

import { defaultLimits } from '../../../src/exchange/exchangeLimits.js';
import { checkCost } from '../../../src/plan/facts/checkCost.js';
import { type Limits } from '../../../src/plan/limits.js';
import { refusalOf } from '../support/refusal.js';

import { boundOf, listOf, refusals } from './planning.js';

const query = `{
  a: resident(idNo: "1") { n: name division { city { name } } }
  province(code: "37") { name }
}`;

describe('an operation is let through at a limit, and refused one beyond it', () => {
  it.each<[keyof Limits, number, string]>([
    ['maxDepth', 4, 'An operation may have at most 3 levels; this one has 4.'],
    ['maxAliases', 2, 'An operation may have at most 1 aliases; this one has 2.'],
    ['maxRootFields', 2, 'An operation may have at most 1 root fields; this one has 2.'],
  ])('%s', (name, size, message) => {
    expect(refusals(query, undefined, { [name]: size })).toEqual([]);
    expect(refusals(query, undefined, { [name]: size - 1 })).toEqual([
      { code: 'LIMIT_EXCEEDED', message },
    ]);
  });

  it('and is told of every limit at once', () => {
    const found = refusals(query, undefined, { maxDepth: 1, maxAliases: 1, maxRootFields: 1 });
    expect(found.map(({ message }) => message)).toEqual([
      'An operation may have at most 1 levels; this one has 4.',
      'An operation may have at most 1 aliases; this one has 2.',
      'An operation may have at most 1 root fields; this one has 2.',
    ]);
  });
});

describe('a page', () => {
  const page = '{ residents(first: 3) { nodes { name } } }';
  const withPageSize = (maxPageSize: number) => ({ limits: { ...defaultLimits, maxPageSize } });

  it('is as large as the limit, and no larger', () => {
    expect(listOf(boundOf(page, {}, withPageSize(3))).page.size).toBe(3);
    expect(refusalOf(() => boundOf(page, {}, withPageSize(2)))).toEqual({
      code: 'LIMIT_EXCEEDED',
      message: '`first` is a whole number from 0 to 2.',
    });
  });

  it('may be empty, and not less', () => {
    const sized = (first: number) => `{ residents(first: ${first}) { nodes { name } } }`;
    expect(listOf(boundOf(sized(0))).page.size).toBe(0);
    expect(refusalOf(() => boundOf(sized(-1)))).toEqual({
      code: 'BAD_USER_INPUT',
      message: '`first` is a whole number from 0 to 500.',
    });
  });

  it('is of twenty rows where nothing is said', () => {
    expect(listOf(boundOf('{ residents { nodes { name } } }')).page.size).toBe(20);
  });
});

describe('the list of an `in`', () => {
  const listed =
    '{ residents(where: { divisionCode: { in: ["1", "2", "3"] } }) { nodes { name } } }';
  const withLength = (maxListLength: number) => ({ limits: { ...defaultLimits, maxListLength } });

  it('is as long as the limit, and no longer', () => {
    expect(boundOf(listed, {}, withLength(3)).roots).toHaveLength(1);
    expect(refusalOf(() => boundOf(listed, {}, withLength(2)))).toEqual({
      code: 'LIMIT_EXCEEDED',
      message: '`in` takes at most 2 values; `where.divisionCode.in` states 3.',
    });
  });
});

describe('the rows that an operation may fetch', () => {
  const cost = (operation: string) => {
    const refusal = refusalOf(() => {
      checkCost(boundOf(operation).facts, { ...defaultLimits, maxCost: -1 });
    });
    return Number(/could fetch (\d+)/.exec(refusal.message)?.[1]);
  };

  it.each([
    ['{ resident(idNo: "1") { name } }', 1],
    ['{ resident(idNo: "1") { division { name } } }', 2],
    ['{ resident(idNo: "1") { division { name city { name } province { name } } } }', 4],
    ['{ a: resident(idNo: "1") { name } b: resident(idNo: "2") { name } }', 2],
    ['{ residents(first: 10) { nodes { name } } }', 11],
    ['{ residents(first: 0) { nodes { name } } }', 1],
    ['{ residents(first: 10) { nodes { division { name } } } }', 21],
    ['{ residents(first: 10) { edges { cursor node { division { name } } } } }', 21],
    ['{ residents(first: 10) { nodes { name } edges { node { division { name } } } } }', 31],
    ['{ residents(first: 10) { pageInfo { hasNextPage } } }', 11],
    ['{ residents(first: 10) { edges { cursor } } }', 11],
    ['{ residents(first: 10) { __typename } }', 1],
    ['{ residents(last: 10) { nodes { name } } }', 11],
    ['{ residents(first: 10) { totalCount } }', 101],
    ['{ residents(first: 10) { totalCount nodes { name } } }', 111],
    ['{ __typename }', 1],
  ])('%s: %i', (operation, rows) => {
    expect(cost(operation)).toBe(rows);
  });

  it('are as many as the limit, and no more', () => {
    const bound = boundOf('{ residents(first: 10) { nodes { division { name } } } }');
    expect(() => {
      checkCost(bound.facts, { ...defaultLimits, maxCost: 21 });
    }).not.toThrow();
    expect(
      refusalOf(() => {
        checkCost(bound.facts, { ...defaultLimits, maxCost: 20 });
      }),
    ).toEqual({
      code: 'LIMIT_EXCEEDED',
      message:
        'An operation may ask for at most 20 rows, linked ones included; this one could fetch 21.',
    });
  });
});
