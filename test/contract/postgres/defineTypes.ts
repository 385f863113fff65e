import { describe, expect, it } from '@jest/globals';

import type { Column } from '../../../src/source/column/column.js';
import type { Parameter } from '../../../src/source/column/parameter.js';
import type { AggregateRequest } from '../../../src/source/request/aggregateRequest.js';
import { allRows, type Comparator } from '../../../src/source/request/filter.js';

import { first, requestOf, useDatabase } from './useDatabase.js';

const ids = ['00000000-0000-4000-8000-00000000000a', 'ffffffff-ffff-4fff-bfff-ffffffffffff'];

export function defineTypes(): void {
  describe('types of PostgreSQL', () => {
    const open = useDatabase(
      'CREATE EXTENSION citext',
      `CREATE TYPE mood AS ENUM ('glad', 'Sad', '2', '10')`,
      'CREATE DOMAIN code AS VARCHAR(5)',
      // What has the name of a type of the server's, and is another.
      'CREATE SCHEMA other',
      'CREATE TYPE other.date AS (n int4)',
      `CREATE TABLE types (
         a CHAR(3), b VARCHAR(3), c TEXT, d citext, e UUID, f mood, g code,
         h SMALLINT, i INTEGER, j BIGINT, k SERIAL, l REAL, m DOUBLE PRECISION, n NUMERIC,
         o NUMERIC(7, 2), p DATE, q BOOLEAN,
         r TIMESTAMP, s TIMESTAMPTZ, t TIME, u INTERVAL, v BYTEA, w JSON, x JSONB, y INTEGER[],
         z MONEY, aa INET, ab XML, ac BIT(3), ad NAME, ae other.date, af POINT, ag OID)`,
      `CREATE TABLE numbers (h SMALLINT, i INTEGER, l REAL, m DOUBLE PRECISION, n NUMERIC)`,
      `INSERT INTO numbers VALUES (-32768, -2147483648, 3.4, 5e-324, '1e-40'),
         (32767, 2147483647, 3.4028235e38, 1.7976931348623157e308, '12345678901234567890123456789012345678901234567890.5'),
         (0, 0, 1e-45, 'Infinity', 'NaN'), (1, 1, 'NaN', '-Infinity', '-Infinity'),
         (2, 2, '-Infinity', 'NaN', 'Infinity')`,
      `CREATE TABLE texts (id INTEGER PRIMARY KEY, a CHAR(4), e UUID, f mood, q BOOLEAN)`,
      `INSERT INTO texts VALUES (1, 'a', '${ids[0]}', 'glad', true), (2, 'A', '${ids[1]}', 'Sad', false),
         (3, 'ab', NULL, '10', true), (4, NULL, NULL, '2', NULL)`,
      'CREATE INDEX ON texts (a)',
      'CREATE TABLE instants (at TIMESTAMPTZ)',
      `INSERT INTO instants VALUES ('2020-02-29 07:30:00.250+08'), ('infinity'), (NULL),
         ('0001-01-01 00:00:00+00'), ('0044-03-15 00:00:00+00 BC')`,
    );

    it('are told by what they store', async () => {
      const shape = await open().connector.shape();
      const told = [...(shape.get('types') ?? [])];
      const named = (storage: string) =>
        told.flatMap(([name, column]) => (column.storage === storage ? name : []));
      expect(named('TEXT')).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'g']);
      expect(named('INTEGER')).toEqual(['h', 'i', 'j', 'k']);
      expect(named('REAL')).toEqual(['l', 'm']);
      expect(named('DECIMAL')).toEqual(['n', 'o']);
      expect(named('DATE')).toEqual(['p']);
      expect(named('BOOLEAN')).toEqual(['q']);
      expect(named('TIME')).toEqual(['t']);
      expect(named('JSON')).toEqual(['w', 'x']);
      expect(named('DATETIME')).toEqual(['r']);
      expect(named('TIMESTAMP')).toEqual(['s']);
      expect(named('BYTES')).toEqual(['v']);
      expect(named('LIST')).toEqual(['y']);
      expect(named('OTHER')).toHaveLength(9);
      const { range: of2, ...small } = shape.get('types')!.get('h')!;
      expect(of2).toEqual({ least: -32768, greatest: 32767 });
      expect(small).toEqual({
        storage: 'INTEGER',
        type: 'smallint',
        nullable: true,
        unique: false,
        exact: true,
      });
      const of = (name: string) => shape.get('types')!.get(name)!;
      expect([of('a').length, of('b').length, of('c').length, of('g').length]).toEqual([
        3,
        3,
        undefined,
        5,
      ]);
      expect([of('n').digits, of('o').digits, of('k').nullable, of('l').isSingle]).toEqual([
        undefined,
        7,
        false,
        true,
      ]);
      expect([of('a'), of('d'), of('e'), of('f')].map(({ equates }) => equates)).toEqual([
        ['blanks'],
        ['case'],
        undefined,
        undefined,
      ]);
    });

    const find = async (
      table: string,
      name: string,
      operator: Comparator,
      ...values: readonly Parameter[]
    ) => {
      const column = await open().column(table, name);
      const filter = { kind: 'compare', column, operator, values } as const;
      const orderBy = [{ column, direction: 'ASC' }] as const;
      const request = requestOf(table, { columns: [column], filter, orderBy });
      return first(await open().connector.fetch(request));
    };

    it('hold whole numbers, and are compared with those that they cannot hold', async () => {
      expect(await find('numbers', 'h', 'in', 40_000, -32_768)).toEqual([-32_768]);
      expect(await find('numbers', 'h', 'lt', '9223372036854775807')).toHaveLength(5);
      expect(await find('numbers', 'i', 'gte', 2_147_483_648)).toEqual([]);
      expect(await find('numbers', 'i', 'gt', '-9223372036854775808')).toEqual([
        -2147483648, 0, 1, 2, 2147483647,
      ]);
    });

    it('give and compare a REAL as the number it stands for', async () => {
      expect(await find('numbers', 'l', 'in', 3.4)).toEqual([3.4]);
      expect(await find('numbers', 'l', 'in', 3.4000000953674316)).toEqual([]);
      expect(await find('numbers', 'l', 'gt', 3.3999999)).toEqual([3.4, 3.4028235e38]);
      expect(await find('numbers', 'l', 'lt', 3.4)).toEqual([1e-45]);
      expect(await find('numbers', 'l', 'lte', 1e300)).toEqual([1e-45, 3.4, 3.4028235e38]);
    });

    it('hold what is no number, which meets no comparison', async () => {
      const ends = [5e-324, 1.7976931348623157e308];
      expect(await find('numbers', 'm', 'gte', -1e308)).toEqual(ends);
      expect(await find('numbers', 'm', 'lt', 1.7976931348623157e308)).toEqual([5e-324]);
      const huge = '12345678901234567890123456789012345678901234567890.5';
      expect(await find('numbers', 'n', 'gt', 0)).toEqual([`0.${'0'.repeat(39)}1`, huge]);
      expect(await find('numbers', 'n', 'lt', 1e300)).toHaveLength(2);
      expect(await find('numbers', 'n', 'in', huge, '1e-40')).toHaveLength(2);
    });

    it('tell an instant by the clock of UTC, whatever the offset that it was stated by', async () => {
      const soon = '2020-02-28 23:30:00.25';
      expect(await find('instants', 'at', 'in', soon, '2020-02-29 00:00:00')).toEqual([soon]);
      expect(await find('instants', 'at', 'gt', '0000-02-29 00:00:00')).toEqual([
        '0001-01-01 00:00:00',
        soon,
        'infinity',
      ]);
      const at = { ...(await open().column('instants', 'at')), nullable: true, calendar: 'MOMENT' };
      const column = at as Column;
      const filter = { kind: 'not', of: { kind: 'isNull', column } } as const;
      const orderBy = [{ column, direction: 'DESC' }] as const;
      const request = requestOf('instants', { columns: [column], filter, orderBy });
      expect(first(await open().connector.fetch(request))).toEqual([soon, '0001-01-01 00:00:00']);
      const ends = (['min', 'max'] as const).map((kind) => ({ kind, column }));
      expect(
        await open().connector.aggregate({
          ...{ table: 'instants', filter: allRows, groupBy: [], measures: ends },
          ...{ each: null, maxGroups: null },
        }),
      ).toEqual([['0001-01-01 00:00:00', soon]]);
    });

    it('compare a CHAR without its blanks, and an ENUM as the text it shows', async () => {
      expect(await find('texts', 'a', 'in', 'a', 'ab  ', 'x'.repeat(40))).toEqual(['a']);
      expect(await find('texts', 'a', 'gte', 'a')).toEqual(['a', 'ab']);
      expect(await find('texts', 'a', 'lt', 'a\u0000')).toEqual(['A', 'a']);
      expect(await find('texts', 'f', 'in', 'glad', 'sad', 'none')).toEqual(['glad']);
      expect(await find('texts', 'f', 'gte', '10')).toEqual(['10', '2', 'Sad', 'glad']);
    });

    it('compare a UUID as the text it shows, with whatever text; it equals one in capital letters', async () => {
      expect(await find('texts', 'e', 'in', ids[0]!, 'none')).toEqual([ids[0]]);
      expect(await find('texts', 'e', 'in', ids[1]!.toUpperCase())).toEqual([ids[1]]);
      expect(await find('texts', 'e', 'in', 'none')).toEqual([]);
      expect(await find('texts', 'e', 'gt', '0')).toEqual(ids);
      expect(await find('texts', 'e', 'lt', 'f')).toEqual([ids[0]]);
      expect(open().statements.at(-2)?.sql).toContain('COLLATE "C" > $1::text');
    });

    it('are compared and grouped where they are booleans', async () => {
      expect(await find('texts', 'q', 'in', true)).toEqual([true, true]);
      expect(await find('texts', 'q', 'in', false, true)).toEqual([false, true, true]);
    });

    it.each([
      [
        'q',
        [
          [false, 1],
          [true, 2],
          [null, 1],
        ],
      ],
      [
        'e',
        [
          [ids[0], 1],
          [ids[1], 1],
          [null, 2],
        ],
      ],
      [
        'f',
        [
          ['10', 1],
          ['2', 1],
          ['Sad', 1],
          ['glad', 1],
        ],
      ],
      [
        'a',
        [
          ['A', 1],
          ['a', 1],
          ['ab', 1],
          [null, 1],
        ],
      ],
    ])('are grouped (%s), each with a row of its own or put together first', async (name, told) => {
      const column = await open().column('texts', name);
      const request: AggregateRequest = {
        table: 'texts',
        filter: { kind: 'everything' },
        groupBy: [{ kind: 'column', column }],
        measures: [{ kind: 'count' }],
        each: null,
        maxGroups: null,
      };
      expect(await open().connector.aggregate(request)).toEqual(told);
      const each = await open().column('texts', 'id');
      expect(await open().connector.aggregate({ ...request, each })).toEqual(told);
    });
  });
}
