import { describe, expect, it } from '@jest/globals';

import { afterPosition, type Position } from '../../../src/plan/page/position.js';
import type { SourceName } from '../../../src/shared/brand.js';
import type { Column } from '../../../src/source/column/column.js';
import type { Parameter } from '../../../src/source/column/parameter.js';
import type { AggregateRequest } from '../../../src/source/request/aggregateRequest.js';
import type { FetchRequest, Order } from '../../../src/source/request/fetchRequest.js';
import { allOf, allRows, negate, type Filter } from '../../../src/source/request/filter.js';
import { hasKey } from '../../../src/source/request/key.js';
import type { IndexSize, SourceSizes } from '../../../src/source/tableSize.js';
import { mysqlDialect } from '../../../src/sources/mysql/mysqlDialect.js';
import { postgresDialect } from '../../../src/sources/postgres/postgresDialect.js';
import type { Dialect } from '../../../src/sources/sql/dialect.js';
import { compileAggregate } from '../../../src/sources/sql/select/compileAggregate.js';
import { compileStatement } from '../../../src/sources/sql/select/compileFetch.js';
import { sqliteDialectOf } from '../../../src/sources/sqlite/sqliteDialect.js';

import { ascending, code, compare, descending, name, rate, requestOf, size } from './requests.js';

const key: IndexSize = { columns: ['code'], isUnique: true, rowsPerValue: 1 };
const index = (...columns: string[]): IndexSize => ({
  columns,
  isUnique: false,
  rowsPerValue: 1_000,
});

/** What is known of table t: its key, and other indexes. */
function known(...indexes: readonly IndexSize[]): () => SourceSizes {
  return () => new Map([['t', { rows: 100_000, indexes: [key, ...indexes] }]]);
}

function collationsOf(collation: string) {
  const told = { charset: 'utf8mb4', name: collation, keepsOrder: true };
  return () => new Map([['t', new Map([['name', told]])]]);
}

const mysql = (sizes: () => SourceSizes, collation = 'utf8mb4_general_ci') =>
  mysqlDialect(collationsOf(collation), sizes);
const postgres = (sizes: () => SourceSizes) => postgresDialect(() => new Map(), sizes);

function compile(dialect: Dialect, rest: Partial<FetchRequest>) {
  const { sql, parameters } = compileStatement(requestOf(rest), dialect);
  return [sql.replaceAll('`', '"'), parameters] as const;
}

const few = { kind: 'total', rows: 3 } as const;

describe('an order by a column with nulls', () => {
  const last = { orderBy: [ascending(size), ascending(code)], limit: few };

  it('has rows with a value and rows without apart, where an index serves each', () => {
    expect(compile(mysql(known(index('size'))), last)).toEqual([
      'SELECT "code" FROM (WITH "head" AS (SELECT "code", "size" FROM "t" WHERE "size" IS NOT NULL ORDER BY "size", "code" LIMIT ?) ' +
        'SELECT * FROM "head" UNION ALL SELECT * FROM (SELECT "code", "size" FROM "t" WHERE "size" IS NULL AND (SELECT COUNT(*) FROM "head") < ? ORDER BY "code" LIMIT ?) AS "tail") AS placed ' +
        'ORDER BY "size" IS NULL, "size", "code" LIMIT ?',
      ['3', '3', '3', '3'],
    ]);
  });

  it('looks for the second in SQLite by a limit', () => {
    const [sql] = compile(sqliteDialectOf(known(index('size'))), last);
    expect(sql).toContain(
      'WHERE "size" IS NULL ORDER BY "code" LIMIT CASE WHEN (SELECT COUNT(*) FROM "head") < ? THEN ? ELSE 0 END',
    );
  });

  it('looks for the second in PostgreSQL by a condition around it, so that no worker starts for it', () => {
    const order = [{ ...ascending(size), direction: 'ASC_NULLS_FIRST' } as const, ascending(code)];
    const [sql] = compile(postgres(known(index('size'))), { ...last, orderBy: order });
    expect(sql).toContain(
      'SELECT * FROM (SELECT "code", "size" FROM "t" WHERE "size" IS NOT NULL ORDER BY "size", "code" LIMIT $3) AS "tail" WHERE (SELECT COUNT(*) FROM "head") < $2)',
    );
  });

  it.each<[string, Dialect, Partial<FetchRequest>]>([
    ['where none does', mysql(known()), last],
    ['where an index ends with another column', mysql(known(index('size', 'rate'))), last],
    [
      'of two directions',
      mysql(known(index('size'))),
      { ...last, orderBy: [descending(size), ascending(code)] },
    ],
    ['that the source has at that end', postgres(known(index('size'))), last],
    [
      'of a text that the source folds',
      mysql(known(index('name'))),
      { ...last, orderBy: [ascending(name), ascending(code)] },
    ],
    ['of all rows', mysql(known(index('size'))), { ...last, limit: null }],
  ])('is one otherwise: %s', (_, dialect, rest) => {
    expect(compile(dialect, rest)[0]).not.toContain('UNION');
  });

  it('is by the index of what is held to one value', () => {
    const filter = compare(rate, 'in', 1);
    const [sql] = compile(mysql(known(index('rate', 'size'))), { ...last, filter });
    expect(sql).toContain('UNION');
  });

  it('takes no name of a table for its own', () => {
    const sizes = () => new Map([['Head', { rows: 9, indexes: [key, index('size')] }]]);
    const [sql] = compile(mysql(sizes), { ...last, table: 'Head' });
    expect(sql).toContain('WITH "head_" AS (');
  });
});

describe('a page after a row', () => {
  const forms = new Map([['t', new Map([['code', { kind: 'plain', collation: '"C"' } as const]])]]);
  const dialect = postgresDialect(() => forms, known(index('size')));
  const pageOf = (orderBy: readonly Order[], position: Position): Partial<FetchRequest> => ({
    filter: afterPosition(orderBy, position),
    orderBy,
    limit: few,
  });
  const first = { column: size, direction: 'ASC_NULLS_FIRST' } as const;

  it('begins in the index at that row, and its rows without a value stand apart', () => {
    const page = pageOf([ascending(size), ascending(code)], [7, 'b']);
    const [sql, parameters] = compile(dialect, page);
    expect(sql).toContain(
      'FROM "t" WHERE "size" IS NOT NULL AND "size" >= $1::bigint AND ("size" > $2::bigint OR ("size" = $3::bigint AND "code" > $4::text)) ORDER BY "size", "code" LIMIT $5',
    );
    expect(sql).toContain(
      'FROM "t" WHERE "size" IS NULL ORDER BY "code" LIMIT $7) AS "tail" WHERE (SELECT COUNT(*) FROM "head") < $6)',
    );
    expect(parameters).toEqual([7, 7, 7, 'b', 3, 3, 3, 3]);
  });

  it.each<[string, Partial<FetchRequest>, string]>([
    [
      'without a value, which are last',
      pageOf([ascending(size), ascending(code)], [null, 'b']),
      'SELECT "code" FROM "t" WHERE "size" IS NULL AND "code" > $1::text ORDER BY "size", "code" LIMIT $2',
    ],
    [
      'with a value, where those without are first',
      pageOf([first, ascending(code)], [7, 'b']),
      'SELECT "code" FROM "t" WHERE "size" IS NOT NULL AND "size" >= $1::bigint AND ("size" > $2::bigint OR ("size" = $3::bigint AND "code" > $4::text)) ORDER BY "size", "code" LIMIT $5',
    ],
  ])('asks once, where it has only rows %s', (_, page, sql) => {
    expect(compile(dialect, page)[0]).toBe(sql);
  });

  it('goes on from rows without a value to rows with one, where those are first', () => {
    const page = pageOf([first, ascending(code)], [null, 'b']);
    const [sql] = compile(sqliteDialectOf(known(index('size'))), page);
    expect(sql).toContain('WHERE "size" IS NULL AND "code" > ? ORDER BY "code" LIMIT ?');
    expect(sql).toContain('WHERE "size" IS NOT NULL ORDER BY "size", "code" LIMIT CASE');
  });
});

describe('the first rows of each key', () => {
  const asked = (
    of: readonly Column[],
    count: number,
    rest: Filter = allRows,
  ): Partial<FetchRequest> => {
    const keys = Array.from({ length: count }, (_, at) => of.map(() => at));
    return {
      filter: allOf([hasKey(of, keys), rest]),
      orderBy: [ascending(code)],
      limit: { kind: 'each', of, rows: 2, keyed: { keys, rest } },
    };
  };

  it('are found key by key, where an index leads to them', () => {
    const found = compile(mysql(known(index('size'))), asked([size], 2, compare(rate, 'gt', 9)));
    expect(found).toEqual([
      'SELECT "code" FROM (SELECT * FROM (SELECT "code" FROM "t" WHERE "size" = CAST(? AS SIGNED) AND "rate" > ? ORDER BY "code" LIMIT ?) AS "of_0" ' +
        'UNION ALL SELECT * FROM (SELECT "code" FROM "t" WHERE "size" = CAST(? AS SIGNED) AND "rate" > ? ORDER BY "code" LIMIT ?) AS "of_1") AS placed ORDER BY "code"',
      [0, 9, '2', 1, 9, '2'],
    ]);
  });

  it('are no more than are wanted, where those with a value and those without stand apart', () => {
    const page = { ...asked([rate], 1), orderBy: [ascending(size), ascending(code)] };
    const [sql, parameters] = compile(mysql(known(index('rate', 'size'))), page);
    expect(sql).toContain(
      'AS "tail") AS "both" ORDER BY "size" IS NULL, "size", "code" LIMIT ?) AS placed',
    );
    expect(parameters).toEqual([0, '2', 0, '2', '2', '2']);
  });

  it.each<[string, SourceSizes, Partial<FetchRequest>, boolean]>([
    ['none', known()(), asked([size], 2), false],
    ['one that begins otherwise', known(index('rate', 'size'))(), asked([size], 2), false],
    ['one of both columns, turned', known(index('rate', 'size'))(), asked([size, rate], 2), true],
    ['one of many rows a key', known(index('size'))(), asked([size], 200), true],
    [
      'one of few rows a key',
      known({ ...index('size'), rowsPerValue: 2 })(),
      asked([size], 33),
      false,
    ],
    ['too many keys', known(index('size'))(), asked([size], 257), false],
  ])('hang on the index: %s', (_, sizes, rest, hasParts) => {
    const [sql] = compile(
      sqliteDialectOf(() => sizes),
      rest,
    );
    expect([sql.includes('UNION ALL'), sql.includes('ROW_NUMBER()')]).toEqual([
      hasParts,
      !hasParts,
    ]);
  });
});

describe('what is denied', () => {
  const not = (of: Filter): Filter => ({ kind: 'not', of });
  const between: Filter = { kind: 'and', of: [compare(size, 'gte', 1), compare(size, 'lt', 9)] };

  it.each<[string, Filter, string, readonly Parameter[]]>([
    ['a comparison', not(compare(code, 'gte', 'a')), '"code" < ?', ['a']],
    ['one that no null meets', not(compare(size, 'lt', 1)), '"size" >= ? OR "size" IS NULL', [1]],
    [
      'both ends',
      not(between),
      '"size" < ? OR "size" IS NULL OR "size" >= ? OR "size" IS NULL',
      [1, 9],
    ],
    ['no value', not({ kind: 'isNull', column: size }), '"size" IS NOT NULL', []],
    ['values', not(compare(code, 'in', 'a')), '("code" = ?) IS NOT TRUE', ['a']],
  ])('is said by the contrary: %s', (_, filter, where, parameters) => {
    expect(compile(sqliteDialectOf(known()), { filter })).toEqual([
      `SELECT "code" FROM "t" WHERE ${where}`,
      parameters,
    ]);
  });

  it('is not where what is no number is below nothing and above nothing', () => {
    const [sql] = compile(postgres(known()), { filter: not(compare(rate, 'lt', 1)) });
    expect(sql).toMatch(/IS NOT TRUE$/);
  });
});

describe('a range of texts that MariaDB folds', () => {
  const folded = `COLLATE utf8mb4_general_ci`;
  const bytes = 'CAST(CONVERT("name" USING utf8mb4) AS BINARY)';
  const range = (...of: readonly Filter[]): Filter => ({ kind: 'and', of });

  it.each<[string, Filter, readonly string[], readonly Parameter[]]>([
    [
      'by what all begin with',
      range(compare(name, 'gte', 'a_%|'), compare(name, 'lt', 'a_%}')),
      [`"name" LIKE CONVERT(? USING utf8mb4) ${folded} ESCAPE '|'`],
      ['a|_|%||%'],
    ],
    [
      'by what both ends begin with',
      range(compare(name, 'gt', '张三'), compare(name, 'lte', '张五')),
      [`"name" LIKE CONVERT(? USING utf8mb4) ${folded} ESCAPE '|'`],
      ['张%'],
    ],
    [
      'from a digit on',
      compare(name, 'gte', '370'),
      [`"name" > CONVERT(? USING utf8mb4) ${folded}`],
      ['37/'],
    ],
    [
      'up to a character',
      compare(name, 'lt', '张a'),
      [`"name" < CONVERT(? USING utf8mb4) ${folded}`],
      ['弡'],
    ],
    ['from a letter on, which may stand anywhere', compare(name, 'gte', 'a'), [], []],
  ])('is looked for by the index too: %s', (_, filter, conditions, parameters) => {
    const [sql, all] = compile(mysql(known(index('name'))), { filter });
    const [, where = ''] = sql.split(' WHERE ');
    expect(where.replaceAll(/[()]/g, '').split(' AND ')).toEqual([
      ...conditions.map((one) => one.replaceAll(/[()]/g, '')),
      ...(filter.kind === 'and' ? filter.of : [filter]).map(() =>
        expect.stringContaining(bytes.replaceAll(/[()]/g, '').split(' AND ')[0]!),
      ),
    ]);
    expect(all.slice(0, parameters.length)).toEqual(parameters);
  });

  it.each(['utf8mb4_unicode_ci', 'latin1_swedish_ci', 'utf8mb4_0900_ai_ci'])(
    'of which only beginnings are known otherwise: %s',
    (collation) => {
      const dialect = mysql(known(index('name')), collation);
      expect(compile(dialect, { filter: compare(name, 'gte', '370') })[0]).not.toContain(collation);
    },
  );

  it('is looked for by bytes alone without an index', () => {
    expect(compile(mysql(known()), { filter: compare(name, 'gte', '370') })).toEqual([
      `SELECT "code" FROM "t" WHERE ${bytes} >= CAST(? AS BINARY)`,
      ['370'],
    ]);
  });
});

describe('groups that are cut at their limit', () => {
  const groups: AggregateRequest = {
    table: 't',
    filter: allRows,
    groupBy: [{ kind: 'column', column: size }],
    measures: [{ kind: 'count' }],
    each: null,
    maxGroups: 501,
  };

  it.each([
    ['last by themselves: an index gives the groups in order', postgres(known()), '"size"'],
    ['first by themselves', sqliteDialectOf(known()), '"size" IS NULL, "size"'],
  ])('end with the group of nulls, which are %s', (_nulls, dialect, order) => {
    const sql = compileAggregate(groups, dialect)?.sql;
    expect(sql).toMatch(new RegExp(` GROUP BY "size" ORDER BY ${order} LIMIT [?$]`));
  });
});

describe('rows that are linked to few others', () => {
  const other: Column = { name: 'of', storage: 'TEXT', nullable: false, exact: true };
  const labelled: Filter = {
    kind: 'related',
    source: 's' as SourceName,
    table: 'pair',
    from: [code],
    to: [other],
    scope: allRows,
    condition: {
      kind: 'related',
      source: 's' as SourceName,
      table: 'label',
      from: [{ ...other, name: 'label' }],
      to: [{ ...other, name: 'id' }],
      scope: allRows,
      condition: compare(name, 'in', 'x'),
    },
  };
  const sizes = (rowsPerLabel: number) => (): SourceSizes =>
    new Map([
      ['t', { rows: 100_000, indexes: [key] }],
      [
        'pair',
        {
          rows: 1_000_000,
          indexes: [{ columns: ['label'], isUnique: false, rowsPerValue: rowsPerLabel }],
        },
      ],
      ['label', { rows: 9_000, indexes: [index('name')] }],
    ]);
  const brought =
    'SELECT "code" FROM "t" WHERE ("t"."code" IN (SELECT "linked_1"."of" FROM "pair" AS "linked_1", "label" AS "linked_2" ' +
    'WHERE "linked_2"."id" = "linked_1"."label" AND typeof("linked_1"."label") = \'text\' AND "linked_2"."name" COLLATE BINARY = ?) AND typeof("t"."code") = \'text\')';

  it('are found from there in SQLite, which would ask for each row', () => {
    expect(compile(sqliteDialectOf(sizes(4)), { filter: labelled })).toEqual([brought, ['x']]);
  });

  it.each<[string, Dialect, Filter]>([
    ['where they are many', sqliteDialectOf(sizes(6)), labelled],
    ['where nothing is known', sqliteDialectOf(() => new Map()), labelled],
    ['where a key has two spellings', sqliteDialectOf(sizes(4)), spelledTwice(labelled)],
    ['in MariaDB, which looks for the way itself', mysql(sizes(4)), labelled],
  ])('are asked for row by row %s', (_, dialect, filter) => {
    expect(compile(dialect, { filter })[0]).toContain('WHERE EXISTS (SELECT 1 FROM "pair"');
  });

  it('are left out row by row', () => {
    const [sql] = compile(sqliteDialectOf(sizes(4)), { filter: negate(labelled) });
    expect(sql).toContain('WHERE NOT EXISTS (SELECT 1 FROM "pair"');
  });
});

function spelledTwice(filter: Filter): Filter {
  if (filter.kind !== 'related') throw new TypeError('it is no link');
  return { ...filter, from: filter.from.map((column) => ({ ...column, eitherCase: true })) };
}
