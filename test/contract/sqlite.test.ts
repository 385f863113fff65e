import { join } from 'node:path';

import { expect, it } from '@jest/globals';
import Database from 'better-sqlite3';

import type { Storage } from '../../src/source/column/column.js';
import type { ColumnShape } from '../../src/source/sourceShape.js';
import { SqliteConnector } from '../../src/sources/sqlite/sqliteConnector.js';
import { inArrays, type ArrayConnector } from '../support/inArrays.js';
import { temporaryFolder } from '../support/temporaryFolder.js';

import { defineConnectorSuite } from './connectorSuite.js';
import { zeroDays, type DeclaredColumn, type SourceKind } from './source.js';

const declare = (declared: string, storage: Storage): DeclaredColumn => ({
  declared,
  shape: {
    ...{ storage, nullable: true, unique: false, exact: !/NOCASE|RTRIM/.test(declared) },
    type: declared.replace(/ COLLATE.*/, ''),
    ...(/^DATE|^TIME/.test(declared) && { holdsNumbers: true }),
    ...(storage === 'BYTES' && {
      instead: 'offer a view that tells of it what is asked for, as its size by `length(…)`',
    }),
  },
});

const quote = (identifier: string): string => `"${identifier.replaceAll('"', '""')}"`;

const sqlite: SourceKind = {
  columns: {
    key: {
      declared: 'INTEGER NOT NULL PRIMARY KEY',
      shape: {
        storage: 'INTEGER',
        nullable: false,
        unique: true,
        exact: true,
        primary: 1,
        type: 'INTEGER',
      },
    },
    integer: declare('BIGINT', 'INTEGER'),
    real: declare('DOUBLE', 'REAL'),
    date: declare('DATE', 'TEXT'),
    bytes: declare('BLOB', 'BYTES'),
  },
  texts: new Map([
    ['plain', declare('TEXT', 'TEXT')],
    ['nocase', declare('VARCHAR(40) COLLATE NOCASE', 'TEXT')],
    ['rtrim', declare('TEXT COLLATE RTRIM', 'TEXT')],
    ['numbers', declare('DATETIME COLLATE NOCASE', 'TEXT')],
  ]),
  noDays: zeroDays,
  noMoments: [],
  noTimes: ['24:00:00', '-01:00:00', '09:30', '', '09:30:00\u0000'],
  holds: () => true,
  decimal: null,
  moment: null,
  time: declare('TIME', 'TEXT'),
  list: null,
  create: () => {
    const { dir, remove } = temporaryFolder();
    const file = join(dir, 'source.sqlite');
    const database = new Database(file);
    // The tests change data by the thousand, and none of it need outlive them.
    database.pragma('synchronous = OFF');
    const opened: ArrayConnector[] = [];
    const open = (timeout: number): ArrayConnector => {
      const connector = inArrays(new SqliteConnector({ file, timeout }));
      opened.push(connector);
      return connector;
    };
    return Promise.resolve({
      connector: open(5_000),
      open,
      run: (sql) => {
        database.exec(sql);
        return Promise.resolve();
      },
      plan: (sql, parameters) => {
        const steps = database.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...parameters);
        return Promise.resolve(JSON.stringify(steps));
      },
      insert: (table, rows) => {
        const places = (rows[0] ?? []).map(() => '?').join(', ');
        const insert = database.prepare(`INSERT INTO ${quote(table)} VALUES (${places})`);
        database.transaction(() => {
          for (const row of rows) insert.run(...row);
        })();
        return Promise.resolve();
      },
      quote,
      stall: () => {
        database.exec('BEGIN EXCLUSIVE');
        return Promise.resolve(() => {
          database.exec('ROLLBACK');
          return Promise.resolve();
        });
      },
      close: async () => {
        await Promise.all(opened.map((connector) => connector.close()));
        database.close();
        remove();
      },
    });
  },
  absent: () => new SqliteConnector({ file: '/nowhere/secret-host.sqlite', timeout: 2_000 }),
};

defineConnectorSuite('SQLite', sqlite);

it('takes no texts from a file in UTF-16, where bytes are not in the order of code points', async () => {
  const { dir, remove } = temporaryFolder();
  const file = join(dir, 'source.sqlite');
  const database = new Database(file);
  database.exec(`PRAGMA encoding = 'UTF-16le'; CREATE TABLE t (v TEXT, n INTEGER)`);
  database.close();
  const connector = new SqliteConnector({ file, timeout: 2_000 });
  const columns = (await connector.shape()).get('t') ?? new Map<string, ColumnShape>();
  expect([...columns].map(([name, { storage }]) => [name, storage])).toEqual([
    ['v', 'OTHER'],
    ['n', 'INTEGER'],
  ]);
  await connector.close();
  remove();
});
