import { constants, open, rename } from 'node:fs/promises';
import { dirname } from 'node:path';

import { removeFile } from './removeFile.js';
import { syncFolder } from './syncFolder.js';

const { O_WRONLY, O_CREAT, O_EXCL, O_NOFOLLOW } = constants;

/**
 * Puts a file in a place, durably: nobody sees a part of it, neither now nor after a loss of power. Its user
 * alone may read it. One process at a time may do so at one place.
 *
 * @param content its bytes, piece by piece
 */
export async function replaceFile(
  path: string,
  content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): Promise<void> {
  const made = `${path}.made`;
  // A kill has left it.
  await removeFile(made);
  const file = await open(made, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, 0o600);
  try {
    for await (const bytes of content) await file.appendFile(bytes);
    await file.datasync();
  } finally {
    await file.close();
  }
  await rename(made, path);
  await syncFolder(dirname(path));
}
