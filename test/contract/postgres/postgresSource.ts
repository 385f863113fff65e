import type pg from 'pg';

import type { Storage } from '../../../src/source/column/column.js';
import type { ColumnShape, Equated } from '../../../src/source/sourceShape.js';
import { PostgresConnector } from '../../../src/sources/postgres/postgresConnector.js';
import { inArrays, type ArrayConnector } from '../../support/inArrays.js';
import { createDatabase } from '../../support/postgres.js';
import type { DeclaredColumn, SourceKind } from '../source.js';

/** The server's word for a declared type. */
function wordOf(declared: string): string {
  const word = declared
    .toLowerCase()
    .replace(/ collate .*/, '')
    .replace(', ', ',');
  return word
    .replace('varchar', 'character varying')
    .replace(/^time(stamp)?$/, '$& without time zone');
}
const instead = "offer a view with `encode(…, 'hex')`, as an ID";

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
    ...(['TEXT', 'TIME'].includes(storage) && { mayHoldNoDays: true }),
    ...(equates.length > 0 && { equates }),
    type: wordOf(declared),
    ...(storage === 'BYTES' && { instead }),
  },
});
/** BIGINT, without its sign. */
const digits = 19;
const range = { least: -(2 ** 63), greatest: 2 ** 63 };

const quote = (identifier: string): string => `"${identifier.replaceAll('"', '""')}"`;

const folding = `CREATE COLLATION folded (provider = icu, locale = 'und-u-ks-level2', deterministic = false)`;

/** PostgreSQL, as the suite that all connectors pass must know it. */
export const postgres: SourceKind = {
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
        type: 'bigint',
      },
    },
    integer: declare('BIGINT', 'INTEGER', { digits, range }),
    real: declare('DOUBLE PRECISION', 'REAL'),
    date: declare('DATE', 'DATE'),
    bytes: declare('BYTEA', 'BYTES'),
  },
  texts: new Map([
    ['exact', declare('VARCHAR(60) COLLATE "C"', 'TEXT', { length: 60 })],
    ['plain', declare('TEXT', 'TEXT', {}, false)],
    ['icu', declare('TEXT COLLATE "en-US-x-icu"', 'TEXT', {}, false)],
    ['folded', declare('VARCHAR(60) COLLATE folded', 'TEXT', { length: 60 }, false, ['case'])],
    ['citext', declare('citext', 'TEXT', {}, false, ['case'])],
  ]),
  noDays: ['infinity', '-infinity', '0044-03-15 BC', '10000-01-01'],
  noMoments: ['infinity', '-infinity', '0044-03-15 10:00:00 BC', '10000-01-01 00:00:00'],
  noTimes: ['24:00:00'],
  holds: (storage, value) =>
    storage === 'DATE' ? !value.startsWith('0000-') : !value.includes('\u0000'),
  decimal: declare('NUMERIC(40, 20)', 'DECIMAL', { digits: 40, scale: 20 }),
  moment: declare('TIMESTAMP', 'DATETIME'),
  time: declare('TIME', 'TIME'),
  list: {
    columns: new Map(
      ['TEXT[]', 'TEXT[] COLLATE folded', 'VARCHAR(9)[] COLLATE "en-US-x-icu"', 'citext[]'].map(
        (declared) => [declared, declare(declared, 'LIST')],
      ),
    ),
    write: (elements) => `{${elements.map((one) => JSON.stringify(one)).join(',')}}`,
  },
  create: async () => {
    const database = await createDatabase('contract');
    await database.query(folding);
    await database.query('CREATE EXTENSION citext');
    const opened: ArrayConnector[] = [];
    const sessions: pg.Client[] = [];
    const open = (timeout: number): ArrayConnector => {
      const connector = inArrays(new PostgresConnector({ url: database.url, timeout }));
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
        await database.query('BEGIN');
        for (const row of rows) {
          const places = row.map((_, at) => `$${at + 1}`).join(', ');
          await database.query(`INSERT INTO ${quote(table)} VALUES (${places})`, row);
        }
        await database.query('COMMIT');
      },
      quote,
      stall: async (table) => {
        const session = await database.session();
        sessions.push(session);
        await session.query('BEGIN');
        await session.query(`LOCK TABLE ${quote(table)} IN ACCESS EXCLUSIVE MODE`);
        return async () => {
          await session.query('COMMIT');
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
    new PostgresConnector({ url: 'postgres://secret:word@127.0.0.1:1/nowhere', timeout: 2_000 }),
};
