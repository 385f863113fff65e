import { describe, expect, it } from '@jest/globals';

import type { Parameter } from '../../../src/source/column/parameter.js';
import type { FetchRequest } from '../../../src/source/request/fetchRequest.js';
import type { Filter } from '../../../src/source/request/filter.js';
import { compileStatement } from '../../../src/sources/sql/select/compileFetch.js';
import { sqliteDialect } from '../../../src/sources/sqlite/sqliteDialect.js';

import { ascending, born, code, compare, descending, name, requestOf, size } from './requests.js';

const compile = (rest: Partial<FetchRequest>) => compileStatement(requestOf(rest), sqliteDialect);

describe('a fetch, the statement that it becomes in SQLite, and its parameters', () => {
  it.each<[string, Partial<FetchRequest>, string, readonly Parameter[]]>([
    ['of all', {}, 'SELECT "code" FROM "t"', []],
    ['of nothing but rows', { columns: [] }, 'SELECT 1 FROM "t"', []],
    [
      'of the first rows in an order',
      { orderBy: [ascending(code)], limit: { kind: 'total', rows: 21 } },
      'SELECT "code" FROM "t" ORDER BY "code" COLLATE BINARY LIMIT ?',
      [21],
    ],
    [
      'in an order with nulls, which are last in both directions',
      { orderBy: [ascending(size), descending(name), ascending(code)] },
      'SELECT "code" FROM "t" ORDER BY "size" IS NULL, "size", "name" COLLATE BINARY DESC, "code" COLLATE BINARY',
      [],
    ],
    [
      'in an order that repeats itself',
      { orderBy: [descending(size), ascending(code), ascending(size), descending(code)] },
      'SELECT "code" FROM "t" ORDER BY "size" DESC, "code" COLLATE BINARY',
      [],
    ],
    [
      'of the first rows of each value',
      {
        columns: [name],
        filter: compare(code, 'in', 'a', 'b'),
        orderBy: [ascending(size), ascending(code)],
        limit: { kind: 'each', of: [code], rows: 2 },
      },
      'SELECT "name" FROM (SELECT "name", "size", "code", ROW_NUMBER() OVER (PARTITION BY "code" COLLATE BINARY ORDER BY "size" IS NULL, "size", "code" COLLATE BINARY) AS "place" FROM "t" WHERE "code" COLLATE BINARY IN (?, ?)) AS placed WHERE "place" <= ? ORDER BY "size" IS NULL, "size", "code" COLLATE BINARY',
      ['a', 'b', 2],
    ],
    [
      'of each value, where a column has the name of the place',
      {
        columns: [{ ...name, name: 'Place' }],
        limit: { kind: 'each', of: [size], rows: 1 },
      },
      'SELECT "Place" FROM (SELECT "Place", ROW_NUMBER() OVER (PARTITION BY "size") AS "place_" FROM "t") AS placed WHERE "place_" <= ?',
      [1],
    ],
  ])('%s', (_, request, sql, parameters) => {
    expect(compile(request)).toEqual({ sql, parameters });
  });
});

describe('a filter in SQLite', () => {
  const isA = compare(code, 'in', 'a');
  const isOne = compare(size, 'in', 1);
  const a = '"code" COLLATE BINARY = ?';
  const one = '"size" = ?';

  it.each<[Filter, string, readonly Parameter[]]>([
    [compare(size, 'lt', 1), '"size" < ?', [1]],
    [compare(size, 'lte', 1), '"size" <= ?', [1]],
    [compare(size, 'gt', '9007199254740993'), '"size" > ?', ['9007199254740993']],
    [compare(name, 'gte', 'a'), '"name" COLLATE BINARY >= ?', ['a']],
    [compare(born, 'in', '2020-02-29'), '"born" = ?', ['2020-02-29']],
    [compare(size, 'in', 1, 2, 3), '"size" IN (?, ?, ?, ?)', [1, 2, 3, 3]],
    [{ kind: 'isNull', column: name }, '"name" IS NULL', []],
    [{ kind: 'not', of: isA }, `(${a}) IS NOT TRUE`, ['a']],
    [{ kind: 'and', of: [isA, isOne] }, `${a} AND ${one}`, ['a', 1]],
    [{ kind: 'or', of: [isA, isOne] }, `${a} OR ${one}`, ['a', 1]],
    [
      { kind: 'and', of: [isOne, { kind: 'or', of: [isA, isOne] }] },
      `${one} AND (${a} OR ${one})`,
      [1, 'a', 1],
    ],
    [
      { kind: 'not', of: { kind: 'or', of: [isA, { kind: 'not', of: isOne }] } },
      `(${a} OR (${one}) IS NOT TRUE) IS NOT TRUE`,
      ['a', 1],
    ],
    [{ kind: 'and', of: [isA, { kind: 'everything' }] }, `${a} AND TRUE`, ['a']],
    [{ kind: 'or', of: [isA, { kind: 'nothing' }] }, `${a} OR FALSE`, ['a']],
    [{ kind: 'and', of: [] }, 'TRUE', []],
    [{ kind: 'or', of: [] }, 'FALSE', []],
  ])('%j', (filter, sql, parameters) => {
    expect(compile({ filter })).toEqual({ sql: `SELECT "code" FROM "t" WHERE ${sql}`, parameters });
  });

  it.each([
    [1, 1],
    [2, 2],
    [3, 4],
    [4, 4],
    [5, 8],
    [9, 16],
    [257, 512],
    [512, 512],
  ])('of a list of %i values has %i places, so that few statements serve all', (count, padded) => {
    const values = Array.from({ length: count }, (_, index) => index);
    const { sql, parameters } = compile({ filter: compare(size, 'in', ...values) });
    expect(sql.match(/\?/g)).toHaveLength(padded);
    expect(parameters).toHaveLength(padded);
    expect(parameters.slice(0, count)).toEqual(values);
    expect(new Set(parameters).size).toBe(count);
  });

  it('of no rows, or of a list of none, becomes no statement', () => {
    expect(() => compile({ filter: { kind: 'nothing' } })).toThrow(
      new TypeError('no statement asks for nothing'),
    );
    expect(() => compile({ filter: compare(size, 'in') })).toThrow(
      new TypeError('a comparison is with at least one value'),
    );
  });
});
