import { batches } from './batches.js';
import { collationOf } from './collationOf.js';
import { createMysqlDatabase, createMysqlTable, insertRows } from './createMysqlTable.js';
import type { Cell, DemoDatabase, DemoTable } from './demoDatabase.js';
import type { DemoStore } from './demoStore.js';
import { batchSize, marker } from './marker.js';
import { openMysqlSession, type MysqlSession } from './mysqlSession.js';

async function writeRows(session: MysqlSession, name: string, table: DemoTable): Promise<number> {
  let written = 0;
  for (const batch of batches(table.rows(), batchSize)) {
    const cells: readonly Cell[] = batch.flat();
    await session.run(insertRows(name, table, batch.length), cells);
    written += batch.length;
  }
  return written;
}

async function isWhole(session: MysqlSession, name: string, version: number): Promise<boolean> {
  const [found] = await session.run(
    'SELECT 1 FROM information_schema.tables WHERE table_schema = ? AND table_name = ?',
    [name, marker.name],
  );
  if (!found) return false;
  const rows = await session.run(`SELECT version FROM \`${name}\`.\`${marker.name}\``);
  return rows.some(([written]) => written === version);
}

async function write(
  session: MysqlSession,
  name: string,
  { tables, version }: DemoDatabase,
): Promise<number> {
  const [told] = await session.run('SELECT version()');
  const collation = collationOf(String(told?.[0]));
  if (collation === null)
    throw new Error('TONGDAO_DEMO: the server is MariaDB 10 or MySQL 8, or later');
  await session.run(`DROP DATABASE IF EXISTS \`${name}\``);
  await session.run(createMysqlDatabase(name, collation));
  const own = { ...marker, rows: () => [[version]] };
  // Defining a table commits, so all are defined before the one transaction that fills them.
  for (const table of [...tables, own]) await session.run(createMysqlTable(name, table));
  await session.run('START TRANSACTION');
  let written = 0;
  for (const table of tables) written += await writeRows(session, name, table);
  await writeRows(session, name, own);
  await session.run('COMMIT');
  return written;
}

/**
 * The demo's data on a MySQL or MariaDB server, a database for each agency.
 *
 * @param url `mysql://<user>:<password>@<host>:<port>`
 * @param prefix with which the databases' names begin
 */
export async function mysqlStore(url: string, prefix = 'tongdao_demo_'): Promise<DemoStore> {
  const session = await openMysqlSession(url);
  return {
    async prepare(database) {
      const name = prefix + database.source;
      const source = new URL(url);
      source.pathname = `/${name}`;
      // Of two processes that start at once, neither may drop what the other makes. The lock ends with
      // the session.
      const [lock] = await session.run('SELECT get_lock(?, 600)', [name]);
      if (lock?.[0] !== 1) throw new Error('TONGDAO_DEMO: another process is making the same data');
      const whole = await isWhole(session, name, database.version);
      return { url: source.href, written: whole ? null : await write(session, name, database) };
    },
    close: () => session.close(),
  };
}
