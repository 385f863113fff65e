import { randomBytes } from 'node:crypto';

import mysql from 'mysql2/promise';

import { demoDatabases } from '../../demo/agencies/demoDatabases.js';
import { demo } from '../../demo/demo.js';
import type { DemoTable } from '../../demo/write/demoDatabase.js';
import { mysqlStore } from '../../demo/write/mysqlStore.js';
import { sqliteStore } from '../../demo/write/sqliteStore.js';
import type { SourceName } from '../../src/shared/brand.js';
import { readCatalogs } from '../../src/start/readCatalogs.js';

import { agencyPolicy } from './agencyPolicy.js';
import { handRows, type HandRows } from './handRows.js';
import { mariadbUrl } from './mariadb.js';
import { temporaryFolder } from './temporaryFolder.js';
import type { GatewayChange, GatewayWorld } from './testDeployment.js';
import { openGatewayOver, type GatewayOver } from './testGateway.js';
import { smallWorldSources } from './testSources.js';

export type Kind = 'sqlite' | 'mariadb';

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
 * The seven agencies' sources, shaped as the demo's, with rows by hand.
 *
 * @param kindOf the kind of database that each source is in
 */
async function openAgencies(kindOf: (source: string) => Kind): Promise<GatewayWorld> {
  const { dir, remove } = temporaryFolder();
  const prefix = `tongdao_test_${randomBytes(4).toString('hex')}_`;
  const databases = demoDatabases().map(({ source, version, tables }) => ({
    source,
    version,
    tables: tables.map((table) => withRows(table, handRows)),
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
    dir,
    sources,
    deployment: { catalogs: await readCatalogs(demo.catalogDir), policy: agencyPolicy() },
    remove: async () => {
      remove();
      if (databases.some(({ source }) => kindOf(source) === 'mariadb')) await dropAll(prefix);
    },
  };
}

/** A gateway over the agencies' sources, under a policy of their own. */
export async function openAgencyGateway(
  change: GatewayChange = {},
  kindOf: (source: string) => Kind = () => smallWorldSources,
): Promise<AgencyGateway> {
  return openGatewayOver(await openAgencies(kindOf), change);
}

export type AgencyGateway = GatewayOver<GatewayWorld>;
