import type { FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';

import type { Hmac } from '../../keys/hmac.js';
import { headerAfter, writeHeader } from '../chain/header.js';
import type { Seal } from '../chain/seal.js';

import { openFile } from './openFile.js';
import { syncFolder } from './syncFolder.js';

/** A segment that was begun: its file, and the length of its header. */
export interface BegunSegment {
  readonly file: FileHandle;
  readonly bytes: number;
}

/** What a failure may have left of a header: less than it, and no line. */
async function isPartOfHeader(file: FileHandle, length: number): Promise<boolean> {
  const { size } = await file.stat();
  if (size > length) return false;
  const { buffer } = await file.read(Buffer.alloc(length), 0, length, 0);
  return !buffer.subarray(0, Math.min(size, length - 1)).includes('\n');
}

/**
 * Begins the segment after a sealed one, durably. It may be told to again after a failure.
 *
 * @throws {Error} where a file with lines lies in its place
 */
export async function beginSegment(
  record: string,
  before: Seal,
  day: string,
  hmac: Hmac,
): Promise<BegunSegment> {
  const header = Buffer.from(writeHeader(headerAfter(before, day), hmac), 'latin1');
  const file = await openFile(record, true);
  try {
    if (!(await isPartOfHeader(file, header.length))) {
      throw new Error(`a file that is none of the record lies in the place of ${record}`);
    }
    await file.truncate(0);
    await file.appendFile(header);
    await file.datasync();
    await syncFolder(dirname(record));
    return { file, bytes: header.length };
  } catch (error) {
    await file.close();
    throw error;
  }
}
