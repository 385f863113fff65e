import { open } from 'node:fs/promises';

/** Makes the names in a folder durable: without its name, a file that was just made would be lost. */
export async function syncFolder(path: string): Promise<void> {
  const folder = await open(path);
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
