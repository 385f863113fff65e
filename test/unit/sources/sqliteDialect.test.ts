import { describe, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';

import { columnOf } from '../../../src/catalog/model/columnOf.js';
import type { Parameter } from '../../../src/source/column/parameter.js';
import type { FetchRequest } from '../../../src/source/request/fetchRequest.js';
import type { Filter } from '../../../src/source/request/filter.js';
import { hasKey } from '../../../src/source/request/key.js';
import { compileStatement } from '../../../src/sources/sql/select/compileFetch.js';
import { readShape } from '../../../src/sources/sqlite/readShape.js';
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
      'SELECT "code" FROM "t" ORDER BY "code" LIMIT ?',
      [21],
    ],
    [
      'in an order with nulls, which are last in both directions',
      { orderBy: [ascending(size), descending(name), ascending(code)] },
      'SELECT "code" FROM "t" ORDER BY "size" IS NULL, "size", "name" COLLATE BINARY DESC, "code"',
      [],
    ],
    [
      'in an order that repeats itself',
      { orderBy: [descending(size), ascending(code), ascending(size), descending(code)] },
      'SELECT "code" FROM "t" ORDER BY "size" DESC, "code"',
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
      'SELECT "name" FROM (SELECT "name", "size", "code", ROW_NUMBER() OVER (PARTITION BY "code" ORDER BY "size" IS NULL, "size", "code") AS "place" FROM "t" WHERE "code" IN (?, ?)) AS placed WHERE "place" <= ? ORDER BY "size" IS NULL, "size", "code"',
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

describe('keys of several columns in SQLite', () => {
  it.each([
    ['INTEGER', 'TEXT'],
    ['TEXT', 'DATE'],
    ['TEXT', 'INTEGER'],
  ])('of %s and %s are looked for by their index', (first, second) => {
    const database = new Database(':memory:');
    database.exec(`CREATE TABLE t (a ${first} NOT NULL, b ${second} NOT NULL, PRIMARY KEY (a, b))`);
    const columns = [...(readShape(database)[0]?.[1] ?? [])].map(([column, shape]) =>
      columnOf(column, { type: 'Date', element: null }, shape),
    );
    const keys = [1, 2, 3].map((value) => [value, `2001-01-0${value}`]);
    const { sql, parameters } = compile({ columns, filter: hasKey(columns, keys) });
    const plan = database.prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`);
    const steps = plan.all(...parameters).map(({ detail }) => detail);
    expect(steps).toContainEqual(expect.stringMatching(/^SEARCH t USING .*\(a=\? AND b=\?\)$/));
    expect(steps).not.toContainEqual(expect.stringMatching(/^SCAN/));
    database.close();
  });
});

describe('a filter in SQLite', () => {
  const isA = compare(code, 'in', 'a');
  const isOne = compare(size, 'in', 1);
  const a = '"code" = ?';
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
