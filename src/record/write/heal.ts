import { open, type FileHandle } from 'node:fs/promises';

import type { Damage } from '../verify/damage.js';
import { verifyRecord } from '../verify/verifyRecord.js';

/** What is durable: the last line, and the length of the file up to its end. */
export interface Durable {
  readonly seq: number;
  readonly hash: string;
  readonly bytes: number;
}

/** A file that was just made is durable once its name in the folder is. */
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
 * Brings the record of an earlier process to an end that can be gone on from.
 *
 * @throws {Error} where it is broken by more than a crash
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
  // What a killed process left may be in the page cache only, and the head must not be ahead of it.
  await record.datasync();
  return { seq: lines, hash: head, bytes };
}
