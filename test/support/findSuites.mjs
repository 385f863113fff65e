import { readdir } from 'node:fs/promises';

/** The suites whose file names end so, in one line. */
export async function findSuites(...endings) {
  const files = await readdir('test', { recursive: true });
  return files.filter((file) => endings.some((ending) => file.endsWith(ending))).join(', ');
}
