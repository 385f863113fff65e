import { readdir } from 'node:fs/promises';

/** The suites whose file names end so, in one line. */
export async function findSuites(ending) {
  const files = await readdir('test', { recursive: true });
  return files.filter((file) => file.endsWith(ending)).join(', ');
}
