import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { defaultLimits } from '../exchange/exchangeLimits.js';
import type { ExplorerConfig } from '../http/portal/serveExplorer.js';
import type { SourceName } from '../shared/brand.js';

import { requireDemo, type Demo, type PreparedDemo } from './demo.js';
import type { Deployment } from './deployment.js';
import { readPolicyLock } from './policy/readPolicyLock.js';
import { readCatalogs, readVocabulary } from './readCatalogs.js';
import type { Settings } from './settings.js';

type OfMode = Pick<Deployment, 'catalogs' | 'policyLock' | keyof PreparedDemo>;

const plainExplorer: ExplorerConfig = { operation: '', requesters: [] };

async function deployDemo(
  settings: Extract<Settings, { TONGDAO_MODE: 'demo' }>,
  demo: Demo,
  say: (line: string) => void,
): Promise<OfMode> {
  const { TONGDAO_DATA_DIR: dataDir, TONGDAO_DEMO: servers } = settings;
  const prepared = await demo.prepare(dataDir, say, servers);
  return {
    ...prepared,
    control: settings.TONGDAO_CONTROL ?? prepared.control,
    catalogs: await readCatalogs(demo.catalogDir),
  };
}

async function deployProduction(
  settings: Extract<Settings, { TONGDAO_MODE: 'production' }>,
): Promise<OfMode> {
  const sources = Object.entries(settings.TONGDAO_SOURCES);
  return {
    catalogs: await readCatalogs(settings.TONGDAO_CATALOG_DIR),
    sources: new Map(sources.map(([name, url]) => [name as SourceName, url])),
    policy: await readFile(settings.TONGDAO_POLICY_FILE, 'utf8'),
    policyLock: await readPolicyLock(settings.TONGDAO_POLICY_FILE),
    control: settings.TONGDAO_CONTROL,
    masterKey: settings.TONGDAO_MASTER_KEY,
    explorer: () => Promise.resolve(plainExplorer),
  };
}

/**
 * Turns settings into all that a gateway is made of. In mode `demo`, that is prepared first.
 *
 * @param demo null for an entry that brings none, and runs in production only
 * @param say is told of what takes time
 */
export async function deploy(
  settings: Settings,
  demo: Demo | null,
  say: (line: string) => void,
): Promise<Deployment> {
  const ofMode =
    settings.TONGDAO_MODE === 'demo'
      ? await deployDemo(settings, requireDemo(demo), say)
      : await deployProduction(settings);
  return {
    ...ofMode,
    vocabulary: await readVocabulary(),
    recordFile: join(settings.TONGDAO_DATA_DIR, 'record.jsonl'),
    recordSegment: settings.TONGDAO_RECORD_SEGMENT_SIZE,
    shapesFile: join(settings.TONGDAO_DATA_DIR, 'shapes.json'),
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
      maxSubjects: settings.TONGDAO_SUBJECTS_PER_DAY,
      noticedGrants: settings.TONGDAO_NOTICED_GRANTS_PER_SUBJECT,
      maxExports: settings.TONGDAO_MAX_EXPORTS,
      maxExportsOfClient: settings.TONGDAO_MAX_EXPORTS_PER_CLIENT,
      maxExportedSubjects: settings.TONGDAO_EXPORTED_SUBJECTS_PER_DAY,
    },
    redis: settings.TONGDAO_REDIS,
    drift: { interval: settings.TONGDAO_DRIFT_INTERVAL },
    sourceLimits: {
      timeout: settings.TONGDAO_SOURCE_TIMEOUT,
      queueTimeout: settings.TONGDAO_QUEUE_TIMEOUT,
      queueLength: settings.TONGDAO_QUEUE_LENGTH,
      statements: settings.TONGDAO_SOURCE_STATEMENTS,
      heavyStatements: settings.TONGDAO_HEAVY_STATEMENTS,
      maxValueSize: settings.TONGDAO_MAX_VALUE_SIZE,
    },
    maxBodySize: settings.TONGDAO_MAX_BODY_SIZE,
    wire: {
      requestTimeout: settings.TONGDAO_REQUEST_TIMEOUT,
      maxConnections: settings.TONGDAO_MAX_CONNECTIONS,
      maxRefusals: settings.TONGDAO_REFUSALS_PER_MINUTE,
      maxAnswerSize: settings.TONGDAO_MAX_ANSWER_SIZE,
      exportPatience: settings.TONGDAO_EXPORT_TIMEOUT,
      corsOrigins: settings.TONGDAO_CORS_ORIGINS,
      trustedProxies: settings.TONGDAO_TRUSTED_PROXIES,
    },
    logLevel: settings.TONGDAO_LOG_LEVEL,
  };
}
