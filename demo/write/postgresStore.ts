import { batches } from './batches.js';
import { createPostgresTable, insertRowsPostgres } from './createPostgresTable.js';
import type { DemoDatabase, DemoTable } from './demoDatabase.js';
import type { DemoStore } from './demoStore.js';
import { batchSize, marker } from './marker.js';
import { openPostgresSession, type PostgresSession } from './postgresSession.js';

async function writeRows(session: PostgresSession, schema: string, table: DemoTable) {
  let written = 0;
  for (const batch of batches(table.rows(), batchSize)) {
    await session.run(insertRowsPostgres(schema, table, batch.length), batch.flat());
    written += batch.length;
  }
  return written;
}

async function isWhole(session: PostgresSession, schema: string, version: number) {
  const [found] = await session.run(
    'SELECT 1 FROM information_schema.tables WHERE table_schema = $1 AND table_name = $2',
    [schema, marker.name],
  );
  if (!found) return false;
  const rows = await session.run(`SELECT version FROM "${schema}"."${marker.name}"`);
  return rows.some((row) => row['version'] === version);
}

async function write(session: PostgresSession, schema: string, database: DemoDatabase) {
  const own = { ...marker, rows: () => [[database.version]] };
  await session.run(`DROP SCHEMA IF EXISTS "${schema}" CASCADE`);
  await session.run(`CREATE SCHEMA "${schema}"`);
  let written = 0;
  for (const table of [...database.tables, own]) {
    for (const statement of createPostgresTable(schema, table)) await session.run(statement);
    const rows = await writeRows(session, schema, table);
    if (table !== own) written += rows;
  }
  return written;
}

/** Writes all of it, or nothing. */
async function writeWhole(session: PostgresSession, schema: string, database: DemoDatabase) {
  await session.run('BEGIN');
  try {
    const written = await write(session, schema, database);
    await session.run('COMMIT');
    await session.run('ANALYZE');
    return written;
  } catch (error) {
    await session.run('ROLLBACK');
    throw error;
  }
}

/** Makes the database of the demo, where there is none yet. */
async function openDatabase(url: string, name: string): Promise<PostgresSession> {
  const server = await openPostgresSession(new URL('/postgres', url).href);
  try {
    // Of two processes that start at once, neither may make what the other makes.
    await server.run('SELECT pg_advisory_lock(hashtext($1))', [name]);
    const [found] = await server.run('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    if (!found) await server.run(`CREATE DATABASE "${name}" TEMPLATE template0 ENCODING 'UTF8'`);
  } finally {
    await server.close();
  }
  return openPostgresSession(new URL(`/${name}`, url).href);
}

/**
 * The demo's data on a PostgreSQL server, a schema for each agency.
 *
 * @param url `postgres://<user>:<password>@<host>:<port>`
 * @param name of the database
 */
export async function postgresStore(url: string, name = 'tongdao_demo'): Promise<DemoStore> {
  const session = await openDatabase(url, name);
  return {
    async prepare(database) {
      const schema: string = database.source;
      const source = new URL(`/${name}`, url);
      source.searchParams.set('schema', schema);
      await session.run('SELECT pg_advisory_lock(hashtext($1))', [schema]);
      try {
        const whole = await isWhole(session, schema, database.version);
        const written = whole ? null : await writeWhole(session, schema, database);
        return { url: source.href, written };
      } finally {
        await session.run('SELECT pg_advisory_unlock(hashtext($1))', [schema]);
      }
    },
    close: () => session.close(),
  };
}
