import { describe, expect, it } from '@jest/globals';

import { toSourceRequest } from '../../../src/execute/fetchRoot.js';
import { pageRequest } from '../../../src/execute/pageRequest.js';
import type { BoundPlan } from '../../../src/plan/boundPlan.js';
import type { FetchRequest } from '../../../src/source/request/fetchRequest.js';
import { compileStatement } from '../../../src/sources/sql/select/compileFetch.js';
import { sqliteDialect } from '../../../src/sources/sqlite/sqliteDialect.js';
import { boundOf, listOf } from '../plan/planning.js';

/** The request that the executor makes of a plan's only root. */
function requestOf(bound: BoundPlan): FetchRequest {
  const [root] = bound.roots;
  const asks = root && toSourceRequest(root);
  if (asks?.kind === 'pages') return pageRequest(asks.list);
  if (asks?.kind !== 'rows') throw new Error('the root fetches nothing');
  return asks.request;
}

const statementOf = (query: string) => compileStatement(requestOf(boundOf(query)), sqliteDialect);

describe('an operation, the statement that it becomes, and its parameters', () => {
  const scope = '"division_code" IN (?, ?)';
  const districts = ['370202', '370203'];
  const residents = `SELECT "name" FROM "resident" WHERE ${scope}`;
  // Of a text that is to hold days: what is none counts as a null.
  const isDay = 'date("birth_date") = "birth_date"';
  const byDay = `CASE WHEN ${isDay} THEN "birth_date" END`;
  const page = 'ORDER BY "row_id" LIMIT ?';

  it.each([
    {
      query: '{ resident(idNo: "370202199003071233") { name idNo } }',
      sql: `SELECT "name", "id_no" FROM "resident" WHERE "id_no" = ? AND ${scope}`,
      parameters: ['370202199003071233', ...districts],
    },
    {
      query: '{ resident(idNo: "x\' OR 1=1 --") { __typename } }',
      // A citizen's number is looked up in both of its spellings, the canonical one first.
      sql: `SELECT 1 FROM "resident" WHERE "id_no" IN (?, ?) AND ${scope} ORDER BY "id_no"`,
      parameters: ["X' OR 1=1 --", "x' or 1=1 --", ...districts],
    },
    {
      query: '{ residents(first: 2) { nodes { name } } }',
      sql: `${residents} ${page}`,
      parameters: [...districts, 3],
    },
    {
      query: '{ residents(first: 0, where: { name: { eq: "张小三" } }) { edges { cursor } } }',
      sql: `SELECT "row_id" FROM "resident" WHERE ${scope} AND "name" = ? ${page}`,
      parameters: [...districts, '张小三', 1],
    },
    {
      query: '{ villages { nodes { name } } }',
      sql: 'SELECT "name" FROM "village" ORDER BY "code" LIMIT ?',
      parameters: [21],
    },
    {
      query: '{ provinces(where: { code: { in: ["37", "11", "12"] } }) { nodes { code } } }',
      sql: 'SELECT "code" FROM "province" WHERE "code" IN (?, ?, ?, ?) ORDER BY "code" LIMIT ?',
      parameters: ['37', '11', '12', '12', 21],
    },
    {
      query:
        '{ residents(where: { name: { startsWith: "张" }, birthDate: { gte: "1990-01-01", lt: "2000-01-01" } }) { nodes { name } } }',
      sql: `${residents} AND "name" >= ? AND "name" < ? AND ("birth_date" < ? AND ${isDay}) AND ("birth_date" >= ? AND ${isDay}) ${page}`,
      parameters: [...districts, '张', '弡', '2000-01-01', '1990-01-01', 21],
    },
    {
      query:
        '{ residents(where: { or: [{ name: { eq: "a" } }, { not: { birthDate: { isNull: true } } }] }) { nodes { name } } }',
      sql: `${residents} AND ("name" = ? OR (${isDay})) ${page}`,
      parameters: [...districts, 'a', 21],
    },
    {
      query: '{ residents(orderBy: [{ birthDate: DESC }, { name: ASC }]) { nodes { name } } }',
      sql: `${residents} ORDER BY ${byDay} DESC, "name", "row_id" LIMIT ?`,
      parameters: [...districts, 21],
    },
    {
      query: '{ residents(orderBy: { birthDate: ASC }) { edges { cursor } } }',
      sql: `SELECT "birth_date", "row_id" FROM "resident" WHERE ${scope} ORDER BY (${isDay}) IS NOT TRUE, ${byDay}, "row_id" LIMIT ?`,
      parameters: [...districts, 21],
    },
  ])('$query', ({ query, sql, parameters }) => {
    expect(statementOf(query)).toEqual({ sql, parameters });
  });

  it('the page after a cursor', () => {
    const cursor = listOf(boundOf('{ residents { nodes { name } } }')).cursors.seal([5]);
    expect(statementOf(`{ residents(first: 1, after: "${cursor}") { nodes { name } } }`)).toEqual({
      sql: `${residents} AND "row_id" > ? ${page}`,
      parameters: [...districts, 5, 2],
    });
  });

  it.each([
    {
      position: ['1990-03-07', 5],
      sql: `(("birth_date" > ? AND ${isDay}) OR (${isDay}) IS NOT TRUE OR ("birth_date" = ? AND "row_id" > ?))`,
      parameters: ['1990-03-07', '1990-03-07', 5],
    },
    // Those without a value come last, so that only they can follow one of them.
    { position: [null, 5], sql: `(${isDay}) IS NOT TRUE AND "row_id" > ?`, parameters: [5] },
  ])(
    'the page after a cursor in an order of its own: $position',
    ({ position, sql, parameters }) => {
      const args = 'orderBy: { birthDate: ASC }';
      const { cursors } = listOf(boundOf(`{ residents(${args}) { nodes { name } } }`));
      const cursor = cursors.seal(position);
      const order = `ORDER BY (${isDay}) IS NOT TRUE, ${byDay}, "row_id" LIMIT ?`;
      expect(statementOf(`{ residents(${args}, after: "${cursor}") { nodes { name } } }`)).toEqual({
        sql: `${residents} AND ${sql} ${order}`,
        parameters: [...districts, ...parameters, 21],
      });
    },
  );
});
