import { describe, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';

import type { Column } from '../../../src/catalog/catalog.js';
import type { BoundPlan } from '../../../src/plan/boundPlan.js';
import type { FetchRequest, Filter } from '../../../src/plan/connector.js';
import { compileStatement } from '../../../src/sources/sqlite/statement.js';
import { boundOf, filterOf, listOf } from '../plan/planning.js';

/** The request that the executor makes of a plan's only root. */
function requestOf(bound: BoundPlan): FetchRequest {
  const [fetch] = bound.plan.fetches;
  const { table, columns } = fetch!;
  const isList = bound.roots[0]?.kind === 'list';
  const order = isList
    ? { orderBy: listOf(bound).step.pageBy, limit: listOf(bound).first + 1 }
    : { orderBy: null, limit: null };
  return { table, columns, filter: filterOf(bound), ...order };
}

describe('an operation, the statement that it becomes, and its parameters', () => {
  const scope = '"division_code" COLLATE BINARY IN (?, ?)';

  it.each([
    {
      query: '{ resident(idNo: "370202199003071233") { name idNo } }',
      sql: `SELECT "name", "id_no" FROM "resident" WHERE "id_no" COLLATE BINARY = ? AND ${scope}`,
      parameters: ['370202199003071233', '370202', '370203'],
    },
    {
      query: '{ resident(idNo: "x\' OR 1=1 --") { __typename } }',
      sql: `SELECT 1 FROM "resident" WHERE "id_no" COLLATE BINARY = ? AND ${scope}`,
      parameters: ["x' OR 1=1 --", '370202', '370203'],
    },
    {
      query: '{ residents(first: 2) { nodes { name } } }',
      sql: `SELECT "name", "row_id" FROM "resident" WHERE ${scope} ORDER BY "row_id" LIMIT ?`,
      parameters: ['370202', '370203', 3],
    },
    {
      query:
        '{ residents(first: 0, where: { name: { eq: "张小三" } }) { pageInfo { hasNextPage } } }',
      sql: `SELECT "row_id" FROM "resident" WHERE ${scope} AND "name" COLLATE BINARY = ? ORDER BY "row_id" LIMIT ?`,
      parameters: ['370202', '370203', '张小三', 1],
    },
    {
      query: '{ villages { nodes { name } } }',
      sql: 'SELECT "name", "code" FROM "village" ORDER BY "code" COLLATE BINARY LIMIT ?',
      parameters: [21],
    },
    {
      query: '{ provinces(where: { code: { in: ["37", "11", "12"] } }) { nodes { code } } }',
      sql: 'SELECT "code" FROM "province" WHERE "code" COLLATE BINARY IN (?, ?, ?, ?) ORDER BY "code" COLLATE BINARY LIMIT ?',
      parameters: ['37', '11', '12', '12', 21],
    },
  ])('$query', ({ query, sql, parameters }) => {
    expect(compileStatement(requestOf(boundOf(query)))).toEqual({ sql, parameters });
  });

  it('the page after a cursor', () => {
    const cursor = listOf(boundOf('{ residents { nodes { name } } }')).cursors.seal(5);
    const query = `{ residents(first: 1, after: "${cursor}") { nodes { name } } }`;
    expect(compileStatement(requestOf(boundOf(query)))).toEqual({
      sql: `SELECT "name", "row_id" FROM "resident" WHERE ${scope} AND "row_id" > ? ORDER BY "row_id" LIMIT ?`,
      parameters: ['370202', '370203', 5, 2],
    });
  });
});

const code: Column = { name: 'code', storage: 'TEXT' };
const size: Column = { name: 'size', storage: 'INTEGER' };
const plain = { table: 't', columns: [code], orderBy: null, limit: null } as const;

describe('a list of values', () => {
  const valuesOf = (count: number, column = size) => {
    const values = Array.from({ length: count }, (_, index) => index);
    const filter: Filter = { kind: 'all', of: [{ column, operator: 'in', values }] };
    return compileStatement({ ...plain, filter });
  };

  it.each([
    [1, 1],
    [2, 2],
    [3, 4],
    [4, 4],
    [5, 8],
    [8, 8],
    [9, 16],
    [257, 512],
    [512, 512],
  ])('of %i becomes one of %i, so that few statements serve all', (count, padded) => {
    const { sql, parameters } = valuesOf(count);
    expect(sql.match(/\?/g)).toHaveLength(padded);
    expect(parameters).toHaveLength(padded);
    expect(new Set(parameters).size).toBe(count);
    expect(parameters.slice(0, count)).toEqual(Array.from({ length: count }, (_, at) => at));
  });

  it('is not compared by a collation where it is of numbers', () => {
    expect(valuesOf(2).sql).toBe('SELECT "code" FROM "t" WHERE "size" IN (?, ?)');
    expect(valuesOf(1).sql).toBe('SELECT "code" FROM "t" WHERE "size" = ?');
  });
});

describe('a fetch of no rows', () => {
  it('becomes no statement, where one of all rows does', () => {
    expect(() => compileStatement({ ...plain, filter: { kind: 'nothing' } })).toThrow(
      new TypeError('no statement asks for nothing'),
    );
    expect(compileStatement({ ...plain, filter: { kind: 'all', of: [] } })).toEqual({
      sql: 'SELECT "code" FROM "t"',
      parameters: [],
    });
  });
});

describe('names that are hostile', () => {
  const hostile = [
    'a"b',
    '"',
    'a"; DROP TABLE t; --',
    "a'b",
    'a`b',
    'a]b',
    'select',
    'with blank',
    '名称',
    'a\nb',
  ];

  it.each(hostile)('are names and nothing else: %j', (name) => {
    const database = new Database(':memory:');
    const quoted = `"${name.replaceAll('"', '""')}"`;
    database.exec(`CREATE TABLE t (x TEXT); CREATE TABLE ${quoted} (${quoted} TEXT);
      INSERT INTO ${quoted} VALUES ('b'), ('a');`);
    const column: Column = { name, storage: 'TEXT' };
    const { sql, parameters } = compileStatement({
      table: name,
      columns: [column],
      filter: { kind: 'all', of: [{ column, operator: 'in', values: ['a', 'b', 'c'] }] },
      orderBy: column,
      limit: 5,
    });
    expect(
      database
        .prepare(sql)
        .raw()
        .all(...parameters),
    ).toEqual([['a'], ['b']]);
    expect(database.prepare('SELECT count(*) FROM t').pluck().get()).toBe(0);
  });
});

describe('texts are compared by code point, whatever the table says', () => {
  it('in a table that takes no notice of case', () => {
    const database = new Database(':memory:');
    database.exec(`CREATE TABLE t (code TEXT COLLATE NOCASE, size INTEGER);
      INSERT INTO t VALUES ('b', 1), ('B', 2), ('a', 3);`);
    const ask = (request: FetchRequest) => {
      const { sql, parameters } = compileStatement(request);
      return database
        .prepare(sql)
        .raw()
        .all(...parameters);
    };
    const equalTo: Filter = { kind: 'all', of: [{ column: code, operator: 'in', values: ['b'] }] };
    const beyond: Filter = { kind: 'all', of: [{ column: code, operator: 'gt', values: ['B'] }] };
    const page = { ...plain, columns: [code, size], orderBy: code } as const;
    expect(ask({ ...page, filter: equalTo })).toEqual([['b', 1]]);
    expect(ask({ ...page, filter: { kind: 'all', of: [] } })).toEqual([
      ['B', 2],
      ['a', 3],
      ['b', 1],
    ]);
    expect(ask({ ...page, filter: beyond })).toEqual([
      ['a', 3],
      ['b', 1],
    ]);
  });
});
