import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';

import Database from 'better-sqlite3';

import type { SourceName } from '../../../src/shared/brand.js';
import type { Connector } from '../../../src/source/connector.js';
import { openSource } from '../../../src/sources/openSource.js';
import { temporaryFolder } from '../../support/temporaryFolder.js';
import { columnsOf } from '../universe/columns.js';
import { model, mostFetched } from '../universe/model.js';

import { republishing } from './republishing.js';
import { storedRow } from './storedRow.js';
import { tablesWritten } from './tablesWritten.js';
import type { WorldDatabases } from './worldDatabases.js';

/** Some columns fold case or pad with blanks, where the channel does not. */
const place = `CREATE TABLE place (code TEXT COLLATE NOCASE PRIMARY KEY NOT NULL, label DATE,
                 open TEXT COLLATE NOCASE, grade TEXT COLLATE NOCASE,                 keeper TEXT COLLATE NOCASE)`;
const lot =
  'CREATE TABLE lot (no INTEGER NOT NULL, kind DATETIME, size INTEGER, seen DATETIME, leased INTEGER, sold INTEGER, ended DATETIME, opens TIME, built INTEGER, ref TEXT, seal BLOB, plan JSON, price INTEGER)';

const term = `CREATE TABLE term (holder TEXT NOT NULL, part INTEGER NOT NULL, seq INTEGER NOT NULL, other TEXT COLLATE NOCASE, grade TEXT,
                PRIMARY KEY (holder, part), UNIQUE (part, seq))`;

/** Places and lots lie in both, as in the universe's catalogs they are of the one or the other. */
const tables = {
  people: `CREATE TABLE person (row_id INTEGER PRIMARY KEY NOT NULL, pid TEXT NOT NULL UNIQUE,
             name TEXT COLLATE NOCASE NOT NULL, born TEXT, joined TEXT COLLATE NOCASE, area TEXT COLLATE RTRIM,
             note TEXT COLLATE RTRIM, score INTEGER, flag BOOLEAN, no INTEGER);
           ${republishing};
           ${term};
           ${place};
           ${lot}`,
  places: `${place}; ${lot}`,
};

/** Worlds in two SQLite files. */
export function openSqliteWorlds(): Promise<WorldDatabases> {
  const { dir, remove } = temporaryFolder();
  const writers = new Map<string, Database.Database>();
  const connectors = new Map<SourceName, Connector>();
  for (const [source, table] of Object.entries(tables)) {
    const file = join(dir, `${source}.sqlite`);
    const writer = new Database(file);
    writer.pragma('synchronous = OFF');
    writer.exec(table);
    writers.set(source, writer);
    connectors.set(
      source as SourceName,
      openSource(`sqlite:${file}`, { limits: { timeout: 20_000, maxValueSize: mostFetched } }),
    );
  }
  return Promise.resolve({
    connectors,
    write: async (world) => {
      // The gateway reads in this thread, under a lock that it has until its turn is over.
      await setImmediate();
      for (const [type, source] of tablesWritten) {
        const { table } = model[type];
        const writer = writers.get(source)!;
        const values = columnsOf[type].map((name) => `@${name}`).join(', ');
        const insert = writer.prepare(`INSERT INTO ${table} VALUES (${values})`);
        writer.transaction(() => {
          writer.exec(`DELETE FROM ${table}`);
          for (const row of world[type]) insert.run(storedRow(type, row));
        })();
      }
    },
    close: async () => {
      for (const connector of connectors.values()) await connector.close();
      for (const writer of writers.values()) writer.close();
      remove();
    },
  });
}
