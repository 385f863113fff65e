import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';

import { prepareDemo } from '../../demo/prepareDemo.js';
import { CatalogError, type Fault } from '../catalog/fault.js';
import type { CatalogText } from '../catalog/read/parseCatalogs.js';
import type { SourceName } from '../shared/brand.js';
import { openCatalog } from '../start/openCatalog.js';
import { catalogDir, readCatalogs, readVocabulary } from '../start/projectFiles.js';
import { readCheckSettings, type CheckSettings } from '../start/settings.js';

/** What came of a check. */
interface Checked {
  readonly files: number;
  readonly faults: readonly Fault[];
}

async function sourcesOf(settings: CheckSettings): Promise<ReadonlyMap<SourceName, string>> {
  const stated = settings.TONGDAO_SOURCES;
  if (!stated) {
    const { TONGDAO_DATA_DIR: dataDir, TONGDAO_DEMO: server } = settings;
    return (await prepareDemo(dataDir, () => undefined, server)).sources;
  }
  return new Map(Object.entries(stated).map(([name, url]) => [name as SourceName, url]));
}

async function readFiles(files: readonly string[]): Promise<readonly CatalogText[]> {
  return Promise.all(
    files.map(async (file) => {
      const text = await readFile(file, 'utf8').catch((cause: unknown) => {
        throw new Error(`${file} cannot be read: a catalog is a file of SDL`, { cause });
      });
      return { file, text };
    }),
  );
}

/** The catalogs of the configured folder. One's own sources go without those of the demo. */
async function readFolder(settings: CheckSettings): Promise<readonly CatalogText[]> {
  const own = settings.TONGDAO_CATALOG_DIR;
  if (own === undefined) return settings.TONGDAO_SOURCES ? [] : readCatalogs(catalogDir);
  return readCatalogs(own).catch((cause: unknown) => {
    throw new Error('TONGDAO_CATALOG_DIR: it is a folder that holds catalogs (*.graphql)', {
      cause,
    });
  });
}

/** The catalogs of the folder, those that are given in the place of those of the same name. */
async function textsOf(
  files: readonly string[],
  settings: CheckSettings,
): Promise<readonly CatalogText[]> {
  const given = await readFiles(files);
  const names = new Set(given.map(({ file }) => basename(file)));
  const others = await readFolder(settings);
  const texts = [...others.filter(({ file }) => !names.has(basename(file))), ...given];
  // Of nothing, nothing is at fault, which would pass for a check.
  if (texts.length > 0) return texts;
  throw new Error('there is nothing to check: name catalogs, or a folder by TONGDAO_CATALOG_DIR');
}

async function findFaults(
  texts: readonly CatalogText[],
  settings: CheckSettings,
): Promise<readonly Fault[]> {
  try {
    const { connectors } = await openCatalog({
      vocabulary: await readVocabulary(),
      catalogs: texts,
      sources: await sourcesOf(settings),
      sourceTimeout: 30_000,
    });
    await Promise.all([...connectors.values()].map((connector) => connector.close()));
    return [];
  } catch (error) {
    if (error instanceof CatalogError) return error.faults;
    throw error;
  }
}

/** A fault with the lines around it; their place, which stands above them, is told once. */
function faultInWords({ file, line, column, message, frame }: Fault): string {
  return `${file}:${line}:${column} ${message}\n${frame.slice(frame.indexOf('\n') + 1)}\n`;
}

function inWords({ files, faults }: Checked): string {
  const told = faults.map(faultInWords);
  const count = faults.length === 1 ? '1 fault' : `${faults.length || 'no'} faults`;
  return [...told, `${count} in ${files} ${files === 1 ? 'catalog' : 'catalogs'}`].join('\n');
}

/**
 * Checks catalogs against the live sources, and prints all their faults.
 *
 * @param files checked beside the catalogs of the configured folder, in the place of those of the
 *   same name
 * @returns the exit code: 0 for no fault, 1 for some
 */
export async function check(files: readonly string[], format: 'text' | 'json'): Promise<0 | 1> {
  const settings = readCheckSettings(process.env);
  const texts = await textsOf(files, settings);
  const checked = { files: texts.length, faults: await findFaults(texts, settings) };
  process.stdout.write(`${format === 'json' ? JSON.stringify(checked) : inWords(checked)}\n`);
  return checked.faults.length > 0 ? 1 : 0;
}
