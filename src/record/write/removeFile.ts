import { unlink } from 'node:fs/promises';

import { hasCode } from '../../shared/hasCode.js';

/** Removes a file, or the link in its place; there need be none. */
export async function removeFile(path: string): Promise<void> {
  await unlink(path).catch((error: unknown) => {
    if (!hasCode(error, 'ENOENT')) throw error;
  });
}
