import { lstat, rename, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';

import type { Seal } from '../chain/seal.js';
import { segmentFile } from '../chain/segmentFiles.js';

import { checkPlace } from './checkPlace.js';
import { syncFolder } from './syncFolder.js';

/**
 * Gives a sealed segment the name of its own, durably. It may be told to again after a failure.
 *
 * @param file of the segment, open
 * @throws {Error} where it lies in neither place, or another file under that name
 */
export async function nameSegment(record: string, file: FileHandle, seal: Seal): Promise<void> {
  const path = segmentFile(record, seal.segment);
  const there = await lstat(path).catch(() => null);
  if (there === null) {
    checkPlace(file.fd, record, (bytes) => bytes === seal.bytes);
    await rename(record, path);
  } else {
    const { ino, dev } = await file.stat();
    if (there.ino !== ino || there.dev !== dev) {
      throw new Error(`a file that is none of the record lies in the place of ${path}`);
    }
  }
  await syncFolder(dirname(record));
}
