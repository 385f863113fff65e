import { describe, expect, it } from '@jest/globals';

import type { Parameter } from '../../../src/source/column/parameter.js';
import type { Comparator } from '../../../src/source/request/filter.js';

import { first, requestOf, useDatabase } from './useDatabase.js';

export function defineTypes(): void {
  describe('types of MySQL', () => {
    const open = useDatabase(
      5_000,
      `CREATE TABLE types (
         a CHAR(3), b VARCHAR(3), c TINYTEXT, d TEXT, e MEDIUMTEXT, f LONGTEXT, g ENUM('x'), h SET('x'),
         i TINYINT, j SMALLINT, k MEDIUMINT, l INT, m BIGINT, n BOOLEAN, o YEAR, p FLOAT, q DOUBLE,
         r DECIMAL(5, 2), s DATE, t DATETIME, u TIMESTAMP NULL, v TIME, w BLOB, x VARBINARY(3), y BIT(3),
         z JSON, aa DECIMAL(65, 30), ab DECIMAL(65, 29), ac POINT)`,
      `CREATE TABLE texts (
         exact VARCHAR(9) COLLATE utf8mb4_nopad_bin, blank CHAR(9) COLLATE utf8mb4_nopad_bin,
         listed ENUM('b', 'a') COLLATE utf8mb4_nopad_bin, padded VARCHAR(9) COLLATE utf8mb4_bin,
         short VARCHAR(9) CHARACTER SET utf8mb3 COLLATE utf8mb3_nopad_bin,
         UNIQUE (exact), UNIQUE (padded), UNIQUE (short(3)))`,
      `CREATE TABLE numbers (u BIGINT UNSIGNED, ui BIGINT UNSIGNED, KEY (ui))`,
      `INSERT INTO numbers VALUES (0, 0), (9007199254740992, 9007199254740992),
         (9007199254740993, 9007199254740993), (9223372036854775807, 9223372036854775807),
         (9223372036854775808, 9223372036854775808), (18446744073709551615, 18446744073709551615)`,
      `CREATE TABLE years (v YEAR, i YEAR, KEY (i))`,
      `INSERT INTO years VALUES (0, 0), (1901, 1901), (1999, 1999), (2155, 2155)`,
      `CREATE TABLE listed (v ENUM('b', 'a', '2', '1'), i ENUM('b', 'a', '2', '1'), KEY (i))`,
      `INSERT INTO listed VALUES ('b', 'b'), ('a', 'a'), ('2', '2'), ('1', '1')`,
      `CREATE TABLE floats (f FLOAT, i FLOAT, KEY (i))`,
      `INSERT INTO floats VALUES (0.1, 0.1), (1.5, 1.5), (0.2, 0.2)`,
      `CREATE TABLE answers (j JSON, d DATE, t TEXT)`,
      `INSERT INTO answers VALUES ('{"a": 1}', '0000-00-00', 'x')`,
    );

    it('are told by what they store', async () => {
      const shape = await open().connector.shape();
      const storages = [...(shape.get('types') ?? [])].map(([name, { storage }]) => [
        storage,
        name,
      ]);
      const named = (storage: string) =>
        storages.flatMap(([of, name]) => (of === storage ? name : []));
      expect(named('TEXT')).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'z']);
      expect(named('INTEGER')).toEqual(['i', 'j', 'k', 'l', 'm', 'n', 'o']);
      expect(named('REAL')).toEqual(['p', 'q']);
      expect(named('DECIMAL')).toEqual(['r', 'aa']);
      expect(named('DATE')).toEqual(['s']);
      expect(named('TIME')).toEqual(['v']);
      expect(named('DATETIME')).toEqual(['t']);
      expect(named('TIMESTAMP')).toEqual(['u']);
      expect(named('BYTES')).toEqual(['w', 'x']);
      expect(named('OTHER')).toEqual(['y', 'ab', 'ac']);
    });

    it('compare by code point only where nothing is folded, padded or declared in an order', async () => {
      const shape = await open().connector.shape();
      const texts = [...(shape.get('texts') ?? [])];
      expect(texts.map(([name, { exact, unique }]) => [name, exact, unique])).toEqual([
        ['exact', true, true],
        ['blank', false, false],
        ['listed', false, false],
        ['padded', false, true],
        ['short', false, false],
      ]);
    });

    const find = async (table: string, name: string, operator: Comparator, value: Parameter) => {
      const column = await open().column(table, name);
      const filter = { kind: 'compare', column, operator, values: [value] } as const;
      const orderBy = [{ column, direction: 'ASC' }] as const;
      return first(
        await open().connector.fetch(requestOf(table, { columns: [column], filter, orderBy })),
      );
    };

    it.each(['v', 'i'])('compare years as the numbers that they are (%s)', async (name) => {
      expect(await find('years', name, 'in', 1999)).toEqual([1999]);
      expect(await find('years', name, 'in', 0)).toEqual([0]);
      for (const none of [99, 1, -1, 1900, 2156, '9007199254740993']) {
        expect(await find('years', name, 'in', none)).toEqual([]);
      }
      expect(await find('years', name, 'lt', 3000)).toEqual([0, 1901, 1999, 2155]);
      expect(await find('years', name, 'gt', 99)).toEqual([1901, 1999, 2155]);
      expect(await find('years', name, 'lte', 1999)).toEqual([0, 1901, 1999]);
      expect(await find('years', name, 'gte', -1)).toHaveLength(4);
    });

    it.each(['u', 'ui'])('compare whole numbers beyond 2^63 (%s)', async (name) => {
      const huge = ['9223372036854775808', '18446744073709551615'];
      expect(await find('numbers', name, 'gt', '9223372036854775807')).toEqual(huge);
      expect(await find('numbers', name, 'lt', -1)).toEqual([]);
      expect(await find('numbers', name, 'in', -1)).toEqual([]);
      expect(await find('numbers', name, 'gte', '-9223372036854775808')).toHaveLength(6);
      expect(await find('numbers', name, 'in', '9007199254740993')).toEqual(['9007199254740993']);
      for (const one of huge) expect(await find('numbers', name, 'in', one)).toEqual([one]);
      expect(await find('numbers', name, 'gte', huge[1]!)).toEqual(huge.slice(1));
      expect(await find('numbers', name, 'lt', huge[1]!)).toHaveLength(5);
      expect(await find('numbers', name, 'gt', huge[0]!)).toEqual(huge.slice(1));
      expect(await find('numbers', name, 'in', '9223372036854775809')).toEqual([]);
      expect(await find('numbers', name, 'lte', '9007199254740992')).toEqual([
        0,
        '9007199254740992',
      ]);
    });

    it.each(['v', 'i'])('compare and order an ENUM as the text it shows (%s)', async (name) => {
      expect(await find('listed', name, 'in', '1')).toEqual(['1']);
      expect(await find('listed', name, 'in', '3')).toEqual([]);
      expect(await find('listed', name, 'in', 'B')).toEqual([]);
      expect(await find('listed', name, 'gte', '2')).toEqual(['2', 'a', 'b']);
    });

    it.each(['f', 'i'])(
      'give and compare a FLOAT as the number it stands for (%s)',
      async (name) => {
        expect(await find('floats', name, 'in', 0.1)).toEqual([0.1]);
        expect(await find('floats', name, 'in', Math.fround(0.1))).toEqual([]);
        expect(await find('floats', name, 'gt', 0.1)).toEqual([0.2, 1.5]);
        expect(await find('floats', name, 'gte', 0.1)).toEqual([0.1, 0.2, 1.5]);
        expect(await find('floats', name, 'lte', 0.1)).toEqual([0.1]);
        expect(await find('floats', name, 'lt', 0.1)).toEqual([]);
        expect(await find('floats', name, 'lt', 1.5)).toEqual([0.1, 0.2]);
        // Between what is stored for a number and what is shown.
        expect(await find('floats', name, 'lt', 0.1000000001)).toEqual([0.1]);
        expect(await find('floats', name, 'gte', 0.1000000001)).toEqual([0.2, 1.5]);
        expect(await find('floats', name, 'gt', 0.0999999999)).toEqual([0.1, 0.2, 1.5]);
        expect(await find('floats', name, 'lt', 1e300)).toEqual([0.1, 0.2, 1.5]);
        expect(await find('floats', name, 'gt', -1e300)).toEqual([0.1, 0.2, 1.5]);
        expect(await find('floats', name, 'gt', 1e300)).toEqual([]);
        expect(await find('floats', name, 'in', 1e300)).toEqual([]);
      },
    );

    it('give JSON and the zero day as texts', async () => {
      const columns = await Promise.all(
        ['j', 'd', 't'].map((name) => open().column('answers', name)),
      );
      expect(await open().connector.fetch(requestOf('answers', { columns }))).toEqual([
        ['{"a": 1}', '0000-00-00', 'x'],
      ]);
    });
  });
}
