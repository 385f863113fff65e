import { describe, expect, it } from '@jest/globals';

import type { Parameter } from '../../../src/source/column/parameter.js';
import type { FetchRequest } from '../../../src/source/request/fetchRequest.js';
import type { Filter } from '../../../src/source/request/filter.js';
import { postgresDialect } from '../../../src/sources/postgres/postgresDialect.js';
import type { TextForm } from '../../../src/sources/postgres/textForm.js';
import { compileStatement } from '../../../src/sources/sql/select/compileFetch.js';

import {
  ascending,
  born,
  code,
  compare,
  descending,
  name,
  price,
  rate,
  requestOf,
  size,
} from './requests.js';

const plain: TextForm = { kind: 'plain', collation: '"pg_catalog"."default"' };
const compile = (rest: Partial<FetchRequest>, form: TextForm | null = plain) =>
  compileStatement(
    requestOf(rest),
    postgresDialect(
      () =>
        new Map(
          form
            ? [
                [
                  't',
                  new Map<string, TextForm>([
                    ['code', plain],
                    ['name', form],
                  ]),
                ],
              ]
            : [],
        ),
    ),
  );

const exactly = 'CAST("name" AS text) COLLATE "C"';

describe('a fetch, the statement that it becomes in PostgreSQL, and its parameters', () => {
  it.each<[string, Partial<FetchRequest>, string, readonly Parameter[]]>([
    [
      'of the first rows in the order of an index',
      { orderBy: [ascending(code)], limit: { kind: 'total', rows: 21 } },
      'SELECT "code" FROM "t" ORDER BY "code" LIMIT $1',
      [21],
    ],
    [
      'in the order of a text that the source sorts otherwise: nulls are last by themselves',
      { orderBy: [ascending(name), descending(size)] },
      `SELECT "code" FROM "t" ORDER BY ${exactly}, "size" IS NULL, "size" DESC`,
      [],
    ],
    [
      'of the first rows of each text',
      {
        filter: compare(size, 'gt', 5),
        orderBy: [ascending(code)],
        limit: { kind: 'each', of: [name], rows: 2 },
      },
      `SELECT "code" FROM (SELECT "code", ROW_NUMBER() OVER (PARTITION BY ${exactly} ORDER BY "code") AS "place" FROM "t" WHERE "size" > $1::bigint) AS placed WHERE "place" <= $2 ORDER BY "code"`,
      [5, 2],
    ],
    [
      'of names that are hostile',
      { table: 'a"; DROP TABLE t; --', columns: [{ ...code, name: '"' }] },
      'SELECT """" FROM "a""; DROP TABLE t; --"',
      [],
    ],
  ])('%s', (_, request, sql, parameters) => {
    expect(compile(request)).toEqual({ sql, parameters });
  });
});

describe('a comparison in PostgreSQL', () => {
  it('of a UUID finds it in either case, before the first look too', () => {
    const id = 'A0000000-0000-4000-8000-00000000000A';
    expect(compile({ filter: compare({ ...name, isUuid: true }, 'in', id) }, null)).toEqual({
      sql: 'SELECT "code" FROM "t" WHERE "name" = $1::uuid',
      parameters: [id],
    });
  });

  it.each<[string, Filter, string, readonly Parameter[]]>([
    ['a text that is exact', compare(code, 'gt', 'a'), '"code" > $1::text', ['a']],
    ['a text by its index', compare(name, 'in', '张'), '"name" = $1::text', ['张']],
    ['a text by code point', compare(name, 'lt', '张'), `${exactly} < $1::text`, ['张']],
    [
      'three texts as four',
      compare(name, 'in', 'a', 'b', 'c'),
      '"name" IN ($1::text, $2::text, $3::text, $4::text)',
      ['a', 'b', 'c', 'c'],
    ],
    ['a text that no column holds', compare(name, 'in', 'a\u0000'), 'FALSE', []],
    ['what is below such a text', compare(code, 'lt', 'a\u0000b'), '"code" <= $1::text', ['a']],
    ['what is not', compare(code, 'gte', 'a\u0000b'), '"code" > $1::text', ['a']],
    ['whole numbers', compare(size, 'in', 1, 2), '"size" IN ($1::bigint, $2::bigint)', [1, 2]],
    [
      'reals, of which infinity and what is no number are none',
      compare(rate, 'gt', 0.1),
      `("rate" > $1::float8 AND "rate" < 'Infinity')`,
      [0.1],
    ],
    [
      'decimals, likewise',
      compare(price, 'lte', '0.10'),
      `("price" <= $1::numeric AND "price" > '-Infinity')`,
      ['0.10'],
    ],
    ['days', compare(born, 'gte', '2020-02-29'), '"born" >= $1::date', ['2020-02-29']],
    [
      'days of the year 0, which the server calls the first before our era',
      compare(born, 'gt', '0000-02-29'),
      '"born" > $1::date',
      ['0001-02-29 BC'],
    ],
  ])('%s', (_, filter, where, parameters) => {
    expect(compile({ filter })).toEqual({
      sql: `SELECT "code" FROM "t" WHERE ${where}`,
      parameters,
    });
  });

  it.each<[string, TextForm | null, readonly Parameter[], string, number]>([
    ['before the first look', null, ['a'], `${exactly} = $1::text`, 1],
    [
      'folded by its collation',
      { kind: 'folded', collation: '"x"."y"' },
      ['a'],
      `("name" = $1::text AND ${exactly} = $1::text)`,
      1,
    ],
    [
      'folded by its type, which may lie outside of the path',
      { kind: 'citext', schema: '"x"', type: '"x"."citext"' },
      ['a'],
      `("name" OPERATOR("x".=) ANY (ARRAY[$1::text::"x"."citext"]) AND ${exactly} = $1::text)`,
      1,
    ],
    ['padded', { kind: 'char' }, ['a'], `("name" = $1::text::bpchar AND ${exactly} = $1::text)`, 1],
    ['one of an enumeration', { kind: 'enum' }, ['a'], `${exactly} = $1::text`, 1],
    [
      'a UUID, of which a text that is none is not one',
      { kind: 'uuid' },
      ['a', '00000000-0000-4000-8000-00000000000a'],
      '"name" = $1::uuid',
      1,
    ],
    ['a UUID, of texts that are none', { kind: 'uuid' }, ['a'], 'FALSE', 0],
  ])('of a text that is %s', (_, form, values, where, count) => {
    const { sql, parameters } = compile({ filter: compare(name, 'in', ...values) }, form);
    expect(sql).toBe(`SELECT "code" FROM "t" WHERE ${where}`);
    expect(parameters).toHaveLength(count);
  });
});

describe('whether an array has a value, in PostgreSQL', () => {
  const has = (storage: 'TEXT' | 'INTEGER', value: Parameter): Filter => {
    const column = { ...name, storage: 'LIST', elements: { storage } } as const;
    return { kind: 'has', column, value };
  };

  it.each<[string, TextForm | null, Filter, string]>([
    [
      'texts',
      { kind: 'array', of: 'varchar' },
      has('TEXT', 'a'),
      '"name" OPERATOR(pg_catalog.@>) ARRAY[$1::text]::varchar[]',
    ],
    [
      'whole numbers',
      { kind: 'array', of: 'int2' },
      has('INTEGER', 32_767),
      '"name" OPERATOR(pg_catalog.@>) ARRAY[$1::int2]',
    ],
    [
      'a number that it cannot hold',
      { kind: 'array', of: 'int2' },
      has('INTEGER', 32_768),
      'FALSE',
    ],
    [
      'digits that it can hold',
      { kind: 'array', of: 'int8' },
      has('INTEGER', '9007199254740993'),
      '"name" OPERATOR(pg_catalog.@>) ARRAY[$1::int8]',
    ],
    ['a text that none holds', { kind: 'array', of: 'text' }, has('TEXT', 'a\u0000'), 'FALSE'],
    [
      'texts before the first look, or of another type',
      null,
      has('TEXT', 'a'),
      '$1::text COLLATE "C" = ANY (CAST("name" AS text[]))',
    ],
    ['numbers likewise', null, has('INTEGER', 1), '$1::bigint = ANY ("name")'],
  ])('%s', (_, form, filter, where) => {
    expect(compile({ filter }, form).sql).toBe(`SELECT "code" FROM "t" WHERE ${where}`);
  });
});
