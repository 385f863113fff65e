import { open, type FileHandle } from 'node:fs/promises';

import type { Damage } from '../verify/damage.js';
import { verifyRecord } from '../verify/verifyRecord.js';

import type { Durable } from './recordFiles.js';

/** Makes the names in a folder durable: without its name, a file that was just made would be lost. */
export async function syncFolder(path: string): Promise<void> {
  const folder = await open(path);
  await folder.sync();
  await folder.close();
}

function inWords({ kind, line }: Damage): string {
  return line === null
    ? `is not what its head says (${kind})`
    : `is broken at line ${line} (${kind})`;
}

/**
 * Verifies the record that an earlier process left, and cuts off a last line that was torn by a crash: so
 * that it can be gone on with.
 *
 * @throws {Error} where it is broken otherwise
 */
export async function heal(path: string, record: FileHandle, key: Uint8Array): Promise<Durable> {
  const { lines, head, bytes, torn, damages } = await verifyRecord(path, key);
  const [first] = damages;
  if (first) {
    throw new Error(
      `the record ${path} ${inWords(first)}: restore it, or set it aside with its head; or the master key is another`,
    );
  }
  if (torn > 0) await record.truncate(bytes);
  // What a killed process wrote may be in the page cache only. The head must not be ahead of the disk.
  await record.datasync();
  return { seq: lines, hash: head, bytes };
}
