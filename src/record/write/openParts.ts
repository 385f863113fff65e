import type { FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';

import { Hmac } from '../../keys/hmac.js';
import { ChinaCalendar } from '../../shared/chinaCalendar.js';
import { headFile } from '../chain/head.js';

import { heal } from './heal.js';
import { lockFile, type Lock } from './lockFile.js';
import { openFile } from './openFile.js';
import { OpenSegment } from './openSegment.js';
import { RecordFiles, type Descriptors, type Durable } from './recordFiles.js';
import { RecordThread } from './recordThread.js';
import { SealsWriter } from './sealsWriter.js';
import { syncFolder } from './syncFolder.js';

/** What a record is written with. */
export interface RecordParts {
  /** Of the open segment. */
  readonly path: string;
  readonly segment: OpenSegment;
  readonly head: FileHandle;
  readonly lock: Lock;
  readonly thread: RecordThread;
  /** Where it ends as it was opened. */
  readonly durable: Durable;
}

/** The files that are written to now. */
export function descriptorsOf({
  path,
  segment,
  head,
}: Pick<RecordParts, 'path' | 'head'> & {
  readonly segment: Pick<OpenSegment, 'file'>;
}): Descriptors {
  return { record: segment.file.fd, head: head.fd, recordPath: path, headPath: headFile(path) };
}

/**
 * Opens what a record is written with, once it is healed.
 *
 * @param now milliseconds since the epoch
 * @throws {Error} where the record is broken, or another process holds it
 */
export async function openParts(path: string, key: Uint8Array, now: number): Promise<RecordParts> {
  const lock = lockFile(`${path}.held`);
  const opened: FileHandle[] = [];
  try {
    const hmac = new Hmac(key);
    const today = new ChinaCalendar().dayAt(now);
    const { file, durable, seals, day } = await heal(path, today, hmac);
    opened.push(file);
    const head = await openFile(headFile(path), false);
    opened.push(head);
    const files = descriptorsOf({ path, segment: { file }, head });
    new RecordFiles(files, hmac).writeHead(durable);
    await head.datasync();
    await syncFolder(dirname(path));
    const surroundings = { record: path, head, seals: new SealsWriter(path, hmac, seals), hmac };
    const segment = new OpenSegment(surroundings, file, day ?? today);
    return { path, segment, head, lock, thread: new RecordThread({ files, key }), durable };
  } catch (error) {
    for (const file of opened) await file.close();
    lock.release();
    throw error;
  }
}
