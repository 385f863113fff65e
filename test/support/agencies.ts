import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import mysql from 'mysql2/promise';

import { demoDatabases } from '../../demo/agencies/demoDatabases.js';
import { demo } from '../../demo/demo.js';
import type { Cell, DemoTable } from '../../demo/write/demoDatabase.js';
import { mysqlStore } from '../../demo/write/mysqlStore.js';
import { sqliteStore } from '../../demo/write/sqliteStore.js';
import type { SourceName } from '../../src/shared/brand.js';
import { readCatalogs } from '../../src/start/readCatalogs.js';

import { mariadbUrl } from './mariadb.js';

export type Kind = 'sqlite' | 'mariadb';

/** Rows by hand, by table; columns that are left out are null. */
export type HandRows = Readonly<Record<string, readonly Readonly<Record<string, Cell>>[]>>;

function withRows(table: DemoTable, rows: HandRows): DemoTable {
  const given = rows[table.name] ?? [];
  return {
    ...table,
    rows: () => given.map((row) => table.columns.map(({ name }) => row[name] ?? null)),
  };
}

async function dropAll(prefix: string): Promise<void> {
  const owner = await mysql.createConnection({ uri: mariadbUrl });
  for (const { source } of demoDatabases()) {
    await owner.query(`DROP DATABASE IF EXISTS \`${prefix}${source}\``);
  }
  await owner.end();
}

/**
 * The six agencies' sources, shaped as the demo's, with rows by hand.
 *
 * @param kindOf the kind of database that each source is in
 */
export async function openAgencies(kindOf: (source: string) => Kind, rows: HandRows) {
  const dir = mkdtempSync(join(tmpdir(), 'tongdao-agencies-'));
  const prefix = `tongdao_test_${randomBytes(4).toString('hex')}_`;
  const databases = demoDatabases().map(({ source, version, tables }) => ({
    source,
    version,
    tables: tables.map((table) => withRows(table, rows)),
  }));
  const sources = new Map<SourceName, string>();
  for (const database of databases) {
    const isFile = kindOf(database.source) === 'sqlite';
    const store = isFile ? sqliteStore(dir) : await mysqlStore(mariadbUrl, prefix);
    const { url } = await store.prepare(database);
    await store.close();
    sources.set(database.source, url);
  }
  return {
    sources,
    catalogs: await readCatalogs(demo.catalogDir),
    remove: async () => {
      rmSync(dir, { recursive: true, force: true });
      if (databases.some(({ source }) => kindOf(source) === 'mariadb')) await dropAll(prefix);
    },
  };
}
