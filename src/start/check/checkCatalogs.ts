import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';

import { CatalogError } from '../../catalog/fault/catalogError.js';
import type { Fault } from '../../catalog/fault/fault.js';
import type { CatalogText } from '../../catalog/read/sdl/parseCatalogs.js';
import type { SourceName } from '../../shared/brand.js';
import { requireDemo, type Demo } from '../demo.js';
import { closeAll, openCatalog } from '../openCatalog.js';
import { readCatalogs, readVocabulary } from '../readCatalogs.js';
import type { CheckSettings } from '../settings.js';

import { checkData } from './checkData.js';
import { checkIndexes } from './checkIndexes.js';

/** The result of a check. */
export interface Checked {
  /** How many catalogs were checked. */
  readonly files: number;
  readonly faults: readonly Fault[];
  /** What does not refuse a catalog, and should be known of it. */
  readonly warnings: readonly Fault[];
}

async function sourcesOf(
  { TONGDAO_SOURCES: stated, TONGDAO_DATA_DIR: dataDir, TONGDAO_DEMO: servers }: CheckSettings,
  demo: Demo | null,
): Promise<ReadonlyMap<SourceName, string>> {
  if (!stated) return (await requireDemo(demo).prepare(dataDir, () => undefined, servers)).sources;
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

/**
 * The catalogs of the configured folder. With sources of one's own, the demo's catalogs are left
 * out.
 */
async function readFolder(
  { TONGDAO_CATALOG_DIR: own, TONGDAO_SOURCES: sources }: CheckSettings,
  demo: Demo | null,
): Promise<readonly CatalogText[]> {
  if (own === undefined) return sources ? [] : readCatalogs(requireDemo(demo).catalogDir);
  return readCatalogs(own).catch((cause: unknown) => {
    throw new Error('TONGDAO_CATALOG_DIR: it is a folder that holds catalogs (*.graphql)', {
      cause,
    });
  });
}

/** The catalogs of the folder, with each given one instead of the one of its name. */
async function textsOf(
  files: readonly string[],
  settings: CheckSettings,
  demo: Demo | null,
): Promise<readonly CatalogText[]> {
  const given = await readFiles(files);
  const names = new Set(given.map(({ file }) => basename(file)));
  const others = await readFolder(settings, demo);
  const texts = [...others.filter(({ file }) => !names.has(basename(file))), ...given];
  // A check of no catalog would find no fault, and so would pass.
  if (texts.length > 0) return texts;
  throw new Error('there is nothing to check: name catalogs, or a folder by TONGDAO_CATALOG_DIR');
}

/**
 * Checks catalogs against the live sources.
 *
 * @param files checked beside the catalogs of the configured folder, in the place of those of the
 *   same name
 * @param looksIntoData whether it is counted at the sources what the catalogs vouch for, without a fault
 *   otherwise
 * @param demo whose sources are checked against where the settings name none; null for an entry that
 *   brings none
 */
export async function checkCatalogs(
  files: readonly string[],
  settings: CheckSettings,
  looksIntoData: boolean,
  demo: Demo | null,
): Promise<Checked> {
  const catalogs = await textsOf(files, settings, demo);
  try {
    const { catalog, connectors } = await openCatalog({
      vocabulary: await readVocabulary(),
      catalogs,
      sources: await sourcesOf(settings, demo),
      sourceLimits: { timeout: looksIntoData ? 600_000 : 30_000 },
    });
    try {
      const faults = looksIntoData ? await checkData(catalog, catalogs, connectors) : [];
      const lacking = checkIndexes(catalog, catalogs, connectors);
      return { files: catalogs.length, faults, warnings: [...catalog.warnings, ...lacking] };
    } finally {
      await closeAll(connectors);
    }
  } catch (error) {
    if (!(error instanceof CatalogError)) throw error;
    const { faults, warnings } = error;
    return { files: catalogs.length, faults, warnings };
  }
}
