import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';

import Database from 'better-sqlite3';

import type { SourceName } from '../../src/shared/brand.js';

import { temporaryFolder } from './temporaryFolder.js';
import type { TestWorld, WorldRows, WorldSource, WorldStatements } from './testWorld.js';

/** A world of SQLite files in a folder of its own. */
export function openSqliteWorld(
  statements: WorldStatements,
  inserts: readonly WorldRows[],
): Promise<TestWorld> {
  const { dir, remove } = temporaryFolder();
  const fileOf = (source: string) => join(dir, `${source}.sqlite`);

  function using<T>(source: string, use: (database: Database.Database) => T): T {
    const database = new Database(fileOf(source));
    try {
      return use(database);
    } finally {
      database.close();
    }
  }

  const names = Object.keys(statements) as WorldSource[];
  for (const source of names) {
    using(source, (database) => database.exec(statements[source].join(';')));
  }
  for (const { source, sql, rows } of inserts) {
    using(source, (database) => {
      const insert = database.prepare(sql);
      database.transaction(() => {
        for (const row of rows) insert.run(...row);
      })();
    });
  }

  const read = (source: WorldSource, table: string) =>
    using(source, (database) => database.prepare(`SELECT * FROM ${table} ORDER BY 1`).all());

  return Promise.resolve({
    dir,
    sources: new Map(names.map((name) => [name as string as SourceName, `sqlite:${fileOf(name)}`])),
    alter: async (source, sql) => {
      // The gateway may read in this thread, under a lock that it has until its turn is over.
      await setImmediate();
      using(source, (database) => database.exec(sql));
    },
    read: (source, table) => Promise.resolve(read(source, table)),
    tables: (source) => Promise.resolve(read(source, 'sqlite_schema')),
    lock: () => {
      const database = new Database(fileOf('population'));
      database.exec('BEGIN EXCLUSIVE');
      return Promise.resolve(() => {
        database.exec('ROLLBACK');
        database.close();
        return Promise.resolve();
      });
    },
    remove: () => {
      remove();
      return Promise.resolve();
    },
  });
}
