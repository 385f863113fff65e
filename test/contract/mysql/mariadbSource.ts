import type { Connection } from 'mysql2/promise';

import type { Storage } from '../../../src/source/column/column.js';
import type { ColumnShape, Equated } from '../../../src/source/sourceShape.js';
import { MysqlConnector } from '../../../src/sources/mysql/mysqlConnector.js';
import { inArrays, type ArrayConnector } from '../../support/inArrays.js';
import { createDatabase } from '../../support/mariadb.js';
import { zeroDays, zeroMoments, type DeclaredColumn, type SourceKind } from '../source.js';

/** The server's word for a declared type. */
function wordOf(declared: string): string {
  const word = declared
    .toLowerCase()
    .replace(/ (collate|character set) .*/, '')
    .replace(', ', ',');
  return word === 'bigint' ? 'bigint(20)' : word;
}
const instead = 'offer a view with `LOWER(HEX(…))`, as an ID';

const declare = (
  declared: string,
  storage: Storage,
  bound: Pick<ColumnShape, 'digits' | 'scale' | 'length' | 'range'> = {},
  exact = true,
  equates: readonly Equated[] = [],
): DeclaredColumn => ({
  declared,
  shape: {
    storage,
    nullable: true,
    unique: false,
    exact,
    ...bound,
    ...(['TEXT', 'DATE', 'TIME', 'DATETIME'].includes(storage) && { mayHoldNoDays: true }),
    ...(equates.length > 0 && { equates }),
    type: wordOf(declared),
    ...(storage === 'BYTES' && { instead }),
  },
});
/** BIGINT, without its sign. */
const digits = 19;
const range = { least: -(2 ** 63), greatest: 2 ** 63 };
const folded: readonly Equated[] = ['case', 'blanks'];

/** A SET, whose members its collation must tell apart. */
const setOf = (collation: string) => {
  const members = ['a', 'ab', 'A', 'á', '中', 'b', '%', '_', "''"];
  const told = members.map((one) => `'${one}'`).join(', ');
  const charset = collation.split('_')[0];
  return declare(`SET(${told}) CHARACTER SET ${charset} COLLATE ${collation}`, 'TEXT');
};

const quote = (identifier: string): string => `\`${identifier.replaceAll('`', '``')}\``;

/** MariaDB, as the suite that all connectors pass must know it. */
export const mariadb: SourceKind = {
  columns: {
    key: {
      declared: 'BIGINT NOT NULL PRIMARY KEY',
      shape: {
        storage: 'INTEGER',
        nullable: false,
        unique: true,
        exact: true,
        digits,
        range,
        primary: 1,
        type: 'bigint(20)',
      },
    },
    integer: declare('BIGINT', 'INTEGER', { digits, range }),
    real: declare('DOUBLE', 'REAL'),
    date: declare('DATE', 'DATE'),
    bytes: declare('VARBINARY(80)', 'BYTES', { length: 80 }),
  },
  texts: new Map([
    ['exact', declare('VARCHAR(60) COLLATE utf8mb4_nopad_bin', 'TEXT', { length: 60 })],
    [
      'exact_text',
      { ...declare('TEXT COLLATE utf8mb4_nopad_bin', 'TEXT', { length: 65_535 }), prefix: '(2)' },
    ],
    [
      'general_ci',
      declare('VARCHAR(60) COLLATE utf8mb4_general_ci', 'TEXT', { length: 60 }, false, folded),
    ],
    [
      'unicode_ci',
      {
        ...declare(
          'MEDIUMTEXT COLLATE utf8mb4_unicode_520_ci',
          'TEXT',
          { length: 16_777_215 },
          false,
          folded,
        ),
        prefix: '(2)',
      },
    ],
    [
      'padded',
      declare('VARCHAR(60) COLLATE utf8mb4_bin', 'TEXT', { length: 60 }, false, ['blanks']),
    ],
    ['utf16', declare('VARCHAR(60) CHARACTER SET utf16', 'TEXT', { length: 60 }, false, folded)],
  ]),
  noDays: zeroDays,
  noMoments: zeroMoments,
  noTimes: ['24:00:00', '-00:00:01', '838:59:59', '-838:59:59', '100:00:00'],
  holds: () => true,
  decimal: declare('DECIMAL(40, 20)', 'DECIMAL', { digits: 40, scale: 20 }),
  moment: declare('DATETIME', 'DATETIME'),
  time: declare('TIME', 'TIME'),
  list: {
    columns: new Map(
      ['utf8mb4_bin', 'utf8mb4_nopad_bin', 'utf16_bin', 'gbk_bin'].map((collation) => [
        collation,
        setOf(collation),
      ]),
    ),
    write: (elements) => elements.join(','),
    reading: { kind: 'members' },
  },
  create: async () => {
    const database = await createDatabase('contract');
    // So that the owner may write what is no day, too.
    await database.query(`SET SESSION sql_mode = 'ALLOW_INVALID_DATES'`);
    const opened: ArrayConnector[] = [];
    const sessions: Connection[] = [];
    const open = (timeout: number): ArrayConnector => {
      const connector = inArrays(new MysqlConnector({ url: database.url, timeout }));
      opened.push(connector);
      return connector;
    };
    return {
      connector: open(5_000),
      open,
      run: async (sql) => {
        await database.query(sql);
      },
      plan: async (sql, parameters) =>
        JSON.stringify(await database.query(`EXPLAIN ${sql}`, [...parameters])),
      insert: async (table, rows) => {
        await database.query(`INSERT INTO ${quote(table)} VALUES ?`, [rows]);
      },
      quote,
      stall: async (table) => {
        const session = await database.session();
        sessions.push(session);
        await session.query(`LOCK TABLES \`${table}\` WRITE`);
        return async () => {
          await session.query('UNLOCK TABLES');
        };
      },
      close: async () => {
        await Promise.all(sessions.map((session) => session.end()));
        await Promise.all(opened.map((connector) => connector.close()));
        await database.drop();
      },
    };
  },
  absent: () =>
    new MysqlConnector({ url: 'mysql://secret:word@127.0.0.1:1/nowhere', timeout: 2_000 }),
};
