import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';

import type { CatalogText } from '../catalog/read/sdl/parseCatalogs.js';

import { projectDir } from './projectDir.js';

/** The catalogs of a folder, in the order of their names. */
export async function readCatalogs(dir: string): Promise<readonly CatalogText[]> {
  const files = (await readdir(dir)).filter((file) => file.endsWith('.graphql')).sort();
  if (files.length === 0) throw new Error(`no catalog (*.graphql) is in ${dir}`);
  return Promise.all(
    files.map(async (file) => ({
      file: join(basename(dir), file),
      text: await readFile(join(dir, file), 'utf8'),
    })),
  );
}

/** The words that catalogs are written in: their directives, and the code lists of standards. */
export async function readVocabulary(): Promise<string> {
  const files = ['directives.graphql', 'standards.graphql'];
  const texts = await Promise.all(
    files.map((file) => readFile(join(projectDir, 'schema', file), 'utf8')),
  );
  return texts.join('\n');
}
