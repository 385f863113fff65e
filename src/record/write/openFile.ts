import { constants, open, type FileHandle } from 'node:fs/promises';

import { hasCode } from '../../shared/hasCode.js';

const { O_RDWR, O_CREAT, O_APPEND, O_NOFOLLOW } = constants;

/**
 * Opens a file of a record for reading and writing, and makes it where there is none, for its user alone.
 *
 * @param appends whether all that is written goes to its end
 * @throws {Error} where a link lies in its place: who put it there decides where the record goes
 */
export async function openFile(path: string, appends: boolean): Promise<FileHandle> {
  try {
    return await open(path, O_RDWR | O_CREAT | O_NOFOLLOW | (appends ? O_APPEND : 0), 0o600);
  } catch (cause) {
    if (!hasCode(cause, 'ELOOP')) throw cause;
    throw new Error(`${path} is a link: the files of a record lie in its folder`, { cause });
  }
}
