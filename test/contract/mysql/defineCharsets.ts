import { describe, expect, it } from '@jest/globals';

import type { Comparator } from '../../../src/source/request/filter.js';

import { first, requestOf, useDatabase } from './useDatabase.js';

const charsets = [
  'utf8mb4',
  'utf8mb3',
  'latin1',
  'ascii',
  'gbk',
  'gb2312',
  'big5',
  'cp932',
] as const;

/** Values that some of those charsets cannot hold, or that some quoting would stumble over. */
const hostile = [
  ...[
    '😀',
    '中',
    'é',
    'ｱ',
    '½',
    '\ufeff',
    '\u200b',
    '?',
    "'",
    '"',
    '\\',
    '`',
    '%',
    '\u0000',
    '\u0001',
  ],
  ...['', ' ', 'a ', 'A', 'x'.repeat(5_000), "' OR 1=1 -- ", '\\x27', '繁', '𠮷'],
];

export function defineCharsets(): void {
  describe.each(charsets)('a column in %s', (charset) => {
    const open = useDatabase(
      5_000,
      `CREATE TABLE t (v VARCHAR(20) CHARACTER SET ${charset}, i VARCHAR(20) CHARACTER SET ${charset},
         c CHAR(20) CHARACTER SET ${charset}, KEY (i), KEY (c))`,
      `INSERT INTO t SELECT CONCAT('r', seq), CONCAT('r', seq), CONCAT('r', seq) FROM seq_1_to_2000`,
      `INSERT INTO t VALUES ('a', 'a', 'a'), ('A', 'A', 'A'), (NULL, NULL, NULL), ('?', '?', '?')`,
    );

    it('is compared with any value, and finds what is equal', async () => {
      const { connector } = open();
      for (const name of ['v', 'i', 'c']) {
        const column = await open().column('t', name);
        const find = async (operator: Comparator, values: readonly string[]) => {
          const filter = { kind: 'compare', column, operator, values } as const;
          return first(
            await connector.fetch(requestOf('t', { columns: [column], filter })),
          ).toSorted();
        };
        for (const value of hostile) {
          const equal = value === 'A' || value === '?' ? [value] : [];
          expect([value, await find('in', [value])]).toEqual([value, equal]);
          expect(await find('in', ['a', value, '中', '😀'])).toEqual([...equal, 'a']);
          const [below, notBelow] = [await find('lt', [value]), await find('gte', [value])];
          expect(below.length + notBelow.length).toBe(2003);
        }
      }
    });

    it.each(['in one', 'in four'])('looks up by its index (%s)', async (how) => {
      const column = await open().column('t', 'i');
      const values = how === 'in one' ? ['r77'] : ['r77', '😀', '中', 'zz'];
      const filter = { kind: 'compare', column, operator: 'in', values } as const;
      const request = requestOf('t', { columns: [column], filter });
      expect(first(await open().connector.fetch(request))).toEqual(['r77']);
      const { sql, parameters } = open().statements.at(-1)!;
      const [plan] = await open().database.query(`EXPLAIN ${sql}`, parameters);
      // Those with two codes for one character are compared by bytes alone, which no index serves.
      const serves = charset !== 'big5' && charset !== 'cp932';
      expect(Number(plan?.['rows']) < 20).toBe(serves);
    });
  });
}
