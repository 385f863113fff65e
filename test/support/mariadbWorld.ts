import type { SourceName } from '../../src/shared/brand.js';

import { createDatabase, type TestDatabase } from './mariadb.js';
import { temporaryFolder } from './temporaryFolder.js';
import type { TestWorld, WorldRows, WorldSource, WorldStatements } from './testWorld.js';

async function fill(database: TestDatabase, statements: readonly string[]): Promise<void> {
  // As the demo's tables are: compared by code point, so that indexes serve.
  await database.query(
    `ALTER DATABASE \`${database.name}\` CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin`,
  );
  for (const sql of statements) await database.query(sql);
}

/** A world of databases of its own on the MariaDB of the tests. */
export async function openMariadbWorld(
  statements: WorldStatements,
  inserts: readonly WorldRows[],
): Promise<TestWorld> {
  const { dir, remove } = temporaryFolder();
  const names = Object.keys(statements) as WorldSource[];
  const databases = new Map<WorldSource, TestDatabase>();
  for (const source of names) {
    const database = await createDatabase(`tongdao_test_${source}`);
    await fill(database, statements[source]);
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
      for (const statement of sql.split(/;\n/)) await of(source).query(statement);
    },
    read: (source, table) => of(source).query(`SELECT * FROM ${table} ORDER BY 1`),
    tables: (source) =>
      of(source).query(
        `SELECT table_name, column_name, column_type FROM information_schema.columns
          WHERE table_schema = DATABASE() ORDER BY 1, 2`,
      ),
    lock: async () => {
      const session = await of('population').session();
      await session.query('LOCK TABLES resident WRITE');
      return async () => {
        await session.query('UNLOCK TABLES');
        await session.end();
      };
    },
    remove: async () => {
      remove();
      for (const database of databases.values()) await database.drop();
    },
  };
}
