import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const masterKeyFile = (dir: string) => join(dir, 'master.key');

/**
 * Reads the demo's master key, which is made at its first start.
 *
 * @param dir the demo's folder
 */
export async function prepareMasterKey(dir: string): Promise<Uint8Array> {
  const file = masterKeyFile(dir);
  if (!existsSync(file)) await writeFile(file, randomBytes(32), { mode: 0o600 });
  return readFile(file);
}

/** Reads the master key of a demo that must be there already. */
export async function readMasterKey(dir: string): Promise<Uint8Array> {
  return readFile(masterKeyFile(dir)).catch((cause: unknown) => {
    throw new Error('the demo has no master key yet: run `npm start` first', { cause });
  });
}
