import type { SourceName } from '../../src/shared/brand.js';

import { createDatabase, type TestDatabase } from './postgres.js';
import { temporaryFolder } from './temporaryFolder.js';
import type { TestWorld, WorldRows, WorldSource, WorldStatements } from './testWorld.js';

/** A world of databases of its own on the PostgreSQL of the tests, texts compared by code point. */
export async function openPostgresWorld(
  statements: WorldStatements,
  inserts: readonly WorldRows[],
): Promise<TestWorld> {
  const { dir, remove } = temporaryFolder();
  const names = Object.keys(statements) as WorldSource[];
  const databases = new Map<WorldSource, TestDatabase>();
  for (const source of names) {
    const database = await createDatabase(`test_${source}`, `LC_COLLATE 'C' LC_CTYPE 'C'`);
    for (const sql of statements[source]) await database.query(sql);
    databases.set(source, database);
  }
  const of = (source: WorldSource): TestDatabase => databases.get(source)!;
  for (const { source, sql, rows } of inserts) {
    for (const row of rows) await of(source).query(sql, row);
  }

  return {
    dir,
    sources: new Map(names.map((name) => [name as string as SourceName, of(name).url])),
    alter: async (source, sql) => {
      await of(source).query(sql);
    },
    read: (source, table) => of(source).query(`SELECT * FROM ${table} ORDER BY 1`),
    tables: (source) =>
      of(source).query(
        `SELECT table_name, column_name, data_type FROM information_schema.columns
          WHERE table_schema = current_schema() ORDER BY 1, 2`,
      ),
    lock: async () => {
      const session = await of('population').session();
      await session.query('BEGIN');
      await session.query('LOCK TABLE resident IN ACCESS EXCLUSIVE MODE');
      return async () => {
        await session.query('COMMIT');
        await session.end();
      };
    },
    remove: async () => {
      remove();
      for (const database of databases.values()) await database.drop();
    },
  };
}
