import { describe, expect, it } from '@jest/globals';

import type { Parameter } from '../../../src/source/column/parameter.js';
import type { FetchRequest } from '../../../src/source/request/fetchRequest.js';
import type { Filter } from '../../../src/source/request/filter.js';
import { mysqlDialect } from '../../../src/sources/mysql/mysqlDialect.js';
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

const collations = new Map([
  ['t', new Map([['name', { charset: 'gbk', name: 'gbk_chinese_ci' }]])],
]);
const compile = (rest: Partial<FetchRequest>, known = true) =>
  compileStatement(
    requestOf(rest),
    mysqlDialect(() => (known ? collations : new Map())),
  );

const bytes = 'CAST(CONVERT(`name` USING utf8mb4) AS BINARY)';
const inGbk = 'CONVERT(? USING gbk) COLLATE gbk_chinese_ci';

describe('a fetch, the statement that it becomes in MySQL, and its parameters', () => {
  it.each<[string, Partial<FetchRequest>, string, readonly Parameter[]]>([
    [
      'of the first rows in the order of an index',
      { orderBy: [ascending(code)], limit: { kind: 'total', rows: 21 } },
      'SELECT `code` FROM `t` ORDER BY `code` LIMIT ?',
      ['21'],
    ],
    [
      'in the order of a text that the source folds',
      { orderBy: [ascending(name), descending(size)] },
      `SELECT \`code\` FROM \`t\` ORDER BY \`name\` IS NULL, ${bytes}, \`size\` DESC`,
      [],
    ],
    [
      'of the first rows of each text that the source folds',
      {
        filter: compare(size, 'gt', 5),
        orderBy: [ascending(code)],
        limit: { kind: 'each', of: [name], rows: 2 },
      },
      `SELECT \`code\` FROM (SELECT \`code\`, ROW_NUMBER() OVER (PARTITION BY ${bytes} ORDER BY \`code\`) AS \`place\` FROM \`t\` WHERE \`size\` > CAST(? AS SIGNED)) AS placed WHERE \`place\` <= ? ORDER BY \`code\``,
      [5, '2'],
    ],
    [
      'of names that are hostile',
      { table: 'a`; DROP TABLE t; --', columns: [{ ...code, name: '`' }] },
      'SELECT ```` FROM `a``; DROP TABLE t; --`',
      [],
    ],
  ])('%s', (_, request, sql, parameters) => {
    expect(compile(request)).toEqual({ sql, parameters });
  });
});

describe('a comparison in MySQL', () => {
  it.each<[string, Filter, string, readonly Parameter[]]>([
    ['a text by code point', compare(code, 'in', 'a'), '`code` = ?', ['a']],
    ['a text by code point', compare(code, 'gt', 'a'), '`code` > ?', ['a']],
    [
      'a text that is folded: by its index, then by bytes',
      compare(name, 'in', '张'),
      `(\`name\` = ${inGbk} AND ${bytes} = CAST(? AS BINARY))`,
      ['张', '张'],
    ],
    [
      'texts that are folded',
      compare(name, 'in', 'a', 'b'),
      `(\`name\` IN (${inGbk}, ${inGbk}) AND ${bytes} IN (CAST(? AS BINARY), CAST(? AS BINARY)))`,
      ['a', 'b', 'a', 'b'],
    ],
    [
      'the order of a text that is folded: by bytes alone',
      compare(name, 'lte', 'a'),
      `${bytes} <= CAST(? AS BINARY)`,
      ['a'],
    ],
    [
      'its denial: one condition of two values',
      { kind: 'not', of: compare(name, 'in', 'a') },
      `((\`name\` = ${inGbk} AND ${bytes} = CAST(? AS BINARY))) IS NOT TRUE`,
      ['a', 'a'],
    ],
    [
      'whole numbers as such',
      compare(size, 'in', 1, '9007199254740993'),
      '`size` IN (CAST(? AS SIGNED), CAST(? AS SIGNED))',
      [1, '9007199254740993'],
    ],
    ['reals as such', compare(rate, 'lt', 0.1), '`rate` < ?', [0.1]],
    [
      'days as such',
      compare(born, 'gte', '2020-02-29'),
      '`born` >= CAST(? AS DATE)',
      ['2020-02-29'],
    ],
    ['decimals as such', compare(price, 'in', 0.1), '`price` = CAST(? AS DECIMAL(65, 30))', [0.1]],
    [
      'decimals by what they can hold',
      compare(price, 'in', 1e-40, 9.5, 1e300),
      '`price` = CAST(? AS DECIMAL(65, 30))',
      [9.5],
    ],
    ['decimals with what none can hold', compare(price, 'in', 1e-40), 'FALSE', []],
    ['their order, by doubles', compare(price, 'lt', 1e-40), '`price` + 0e0 < ?', [1e-40]],
    ['their order, by doubles', compare(price, 'gte', -1e35), '`price` + 0e0 >= ?', [-1e35]],
  ])('takes %s', (_, filter, sql, parameters) => {
    expect(compile({ filter })).toEqual({
      sql: `SELECT \`code\` FROM \`t\` WHERE ${sql}`,
      parameters,
    });
  });

  it('takes texts by bytes alone while it is not known what serves them', () => {
    expect(compile({ filter: compare(name, 'in', 'a') }, false)).toEqual({
      sql: `SELECT \`code\` FROM \`t\` WHERE ${bytes} = CAST(? AS BINARY)`,
      parameters: ['a'],
    });
  });
});
