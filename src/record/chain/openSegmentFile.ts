import { constants, lstatSync } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';

import type { Hmac } from '../../keys/hmac.js';
import { hasCode } from '../../shared/hasCode.js';

import { parseHeader, type Header } from './header.js';
import { readLines } from './readLines.js';
import { segmentFile } from './segmentFiles.js';

/** What a file of lines begins with: the header of a segment, or another line, or none yet. */
export interface Beginning {
  readonly header: Header | undefined;
  readonly hasLine: boolean;
}

export async function readBeginning(file: FileHandle, hmac: Hmac): Promise<Beginning> {
  const lines = readLines(file);
  const next = await lines.next();
  await lines.return(0);
  const [first] = next.done ? [] : next.value;
  const header = first && parseHeader(first.toString('utf8'), hmac);
  return { header, hasLine: first !== undefined };
}

/** Opens a file of a record for reading; null where there is none, or a link or anything else in its place. */
export async function openPlain(path: string): Promise<FileHandle | null> {
  try {
    // A pipe would keep whoever opens it waiting.
    const file = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    if ((await file.stat()).isFile()) return file;
    await file.close();
    return null;
  } catch (error) {
    if (hasCode(error, 'ENOENT') || hasCode(error, 'ELOOP') || hasCode(error, 'ENXIO')) return null;
    throw error;
  }
}

/** The number of the segment that a file is: by its header, or the first where it has none. */
export function numberOf({ header }: Beginning): number {
  return header?.segment ?? 1;
}

/**
 * Opens a sealed segment. A gateway that was killed between its seal and the new name has left it under the
 * name of the open one. A gateway that runs may just give it the new name, so that is looked for twice.
 */
export async function openSegmentFile(
  record: string,
  segment: number,
  hmac: Hmac,
): Promise<FileHandle | null> {
  const path = segmentFile(record, segment);
  const named = await openPlain(path);
  if (named) return named;
  // What stands there, if anything, is none of a record.
  if (lstatSync(path, { throwIfNoEntry: false })) return null;
  const unnamed = await openPlain(record);
  if (unnamed && numberOf(await readBeginning(unnamed, hmac)) === segment) return unnamed;
  await unnamed?.close();
  return openPlain(path);
}
