import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { demoExplorer } from '../../demo/demoQuestion.js';
import { demoDir, prepareDemo } from '../../demo/prepareDemo.js';
import { defaultLimits } from '../exchange/exchangeLimits.js';
import type { ExplorerConfig } from '../http/portal/serveExplorer.js';
import type { SourceName } from '../shared/brand.js';
import { sha256 } from '../shared/sha256.js';

import type { Deployment } from './gateway.js';
import { catalogDir, readCatalogs, readVocabulary } from './projectFiles.js';
import type { Settings } from './settings.js';

type OfMode = Pick<
  Deployment,
  'catalogs' | 'sources' | 'policy' | 'control' | 'masterKey' | 'explorer'
>;

const plainExplorer: ExplorerConfig = { operation: '', requesters: [] };

async function deployDemo(
  settings: Extract<Settings, { TONGDAO_MODE: 'demo' }>,
  say: (line: string) => void,
): Promise<OfMode> {
  const dataDir = settings.TONGDAO_DATA_DIR;
  const demo = await prepareDemo(dataDir, say, settings.TONGDAO_DEMO);
  const explorer = () => demoExplorer(demoDir(dataDir));
  return {
    ...demo,
    control: settings.TONGDAO_CONTROL ?? demoControl(dataDir, demo.policy),
    catalogs: await readCatalogs(catalogDir),
    explorer,
  };
}

/** The demo's control database; a policy that changed with the demo begins with another. */
function demoControl(dataDir: string, policy: string): string {
  return `sqlite:${join(demoDir(dataDir), `control-${sha256(policy).slice(0, 12)}.sqlite`)}`;
}

async function deployProduction(
  settings: Extract<Settings, { TONGDAO_MODE: 'production' }>,
): Promise<OfMode> {
  const sources = Object.entries(settings.TONGDAO_SOURCES);
  return {
    catalogs: await readCatalogs(settings.TONGDAO_CATALOG_DIR),
    sources: new Map(sources.map(([name, url]) => [name as SourceName, url])),
    policy: await readFile(settings.TONGDAO_POLICY_FILE, 'utf8'),
    control: settings.TONGDAO_CONTROL,
    masterKey: settings.TONGDAO_MASTER_KEY,
    explorer: () => Promise.resolve(plainExplorer),
  };
}

/**
 * Turns settings into all that a gateway is made of, preparing the demo's data where it is asked
 * for.
 *
 * @param say is told of what takes time
 */
export async function deploy(settings: Settings, say: (line: string) => void): Promise<Deployment> {
  const ofMode =
    settings.TONGDAO_MODE === 'demo'
      ? await deployDemo(settings, say)
      : await deployProduction(settings);
  return {
    ...ofMode,
    vocabulary: await readVocabulary(),
    recordFile: join(settings.TONGDAO_DATA_DIR, 'record.jsonl'),
    requireCase: settings.TONGDAO_REQUIRE_CASE,
    limits: {
      maxDepth: settings.TONGDAO_MAX_DEPTH,
      maxAliases: settings.TONGDAO_MAX_ALIASES,
      maxRootFields: settings.TONGDAO_MAX_ROOT_FIELDS,
      maxCost: settings.TONGDAO_MAX_COST,
      maxPageSize: settings.TONGDAO_MAX_PAGE_SIZE,
      maxListLength: settings.TONGDAO_MAX_LIST_LENGTH,
      maxRelatedRows: defaultLimits.maxRelatedRows,
      maxSubjectLookups: settings.TONGDAO_SUBJECT_LOOKUPS_PER_DAY,
      noticedGrants: settings.TONGDAO_NOTICED_GRANTS_PER_SUBJECT,
    },
    redis: settings.TONGDAO_REDIS,
    sourceTimeout: settings.TONGDAO_SOURCE_TIMEOUT,
    maxBodySize: settings.TONGDAO_MAX_BODY_SIZE,
    logLevel: settings.TONGDAO_LOG_LEVEL,
  };
}
