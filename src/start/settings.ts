import { z } from 'zod';

import { defaultLive } from '../drift/liveCatalog.js';
import { defaultLimits } from '../exchange/exchangeLimits.js';
import { defaultWire } from '../http/wire/wireSettings.js';
import { defaultSegments } from '../record/write/segmentOptions.js';
import { defaultSourceLimits } from '../sources/sourceLimits.js';

import { requireDemo, type Demo } from './demo.js';
import { settingForms as form } from './settingForms.js';

const common = {
  HOST: form.text.default('127.0.0.1'),
  PORT: form.port.default(4_000),
  /** Where the record lies, and in demo mode the demo's data. */
  TONGDAO_DATA_DIR: form.text.default('.tongdao'),
  /**
   * The control database, where policy can change; without one, production's policy stays as its
   * file says.
   */
  TONGDAO_CONTROL: form.databaseUrl.optional(),
  TONGDAO_REDIS: form.redis.optional(),
  TONGDAO_LOG_LEVEL: form.logLevel.default('info'),
  /** Whether a lookup of level L3 or above states who acts and for which case. */
  TONGDAO_REQUIRE_CASE: form.yesOrNo.default(true),
  TONGDAO_SOURCE_TIMEOUT: form.count.default(defaultSourceLimits.timeout),
  /** How often each source is looked at for columns that went or changed. */
  TONGDAO_DRIFT_INTERVAL: form.count.default(defaultLive.interval),
  /** How long a statement waits for its turn at its source, and how many of one client wait there. */
  TONGDAO_QUEUE_TIMEOUT: form.count.default(defaultSourceLimits.queueTimeout),
  TONGDAO_QUEUE_LENGTH: form.count.default(defaultSourceLimits.queueLength),
  /** How many statements run at once at each server, and how many heavy ones beside them. */
  TONGDAO_SOURCE_STATEMENTS: form.count.default(defaultSourceLimits.statements),
  TONGDAO_HEAVY_STATEMENTS: form.count.default(defaultSourceLimits.heavyStatements),
  /** How many bytes a value of a source may have at the most to be fetched. */
  TONGDAO_MAX_VALUE_SIZE: form.count.default(defaultSourceLimits.maxValueSize),
  TONGDAO_MAX_BODY_SIZE: form.count.default(100_000),
  TONGDAO_MAX_ANSWER_SIZE: form.count.default(defaultWire.maxAnswerSize),
  TONGDAO_REQUEST_TIMEOUT: form.count.default(defaultWire.requestTimeout),
  TONGDAO_MAX_CONNECTIONS: form.count.default(defaultWire.maxConnections),
  TONGDAO_REFUSALS_PER_MINUTE: form.count.default(defaultWire.maxRefusals),
  /** Bytes from which on a segment of the record is sealed; a start verifies the last one. */
  TONGDAO_RECORD_SEGMENT_SIZE: form.count.default(defaultSegments.maxBytes),
  /** How long `/readyz` says that the gateway drains before its port closes. */
  TONGDAO_DRAIN_TIME: form.milliseconds.default(5_000),
  TONGDAO_CORS_ORIGINS: form.origins.default([]),
  TONGDAO_TRUSTED_PROXIES: form.addresses.default([]),
  TONGDAO_MAX_DEPTH: form.count.default(12),
  TONGDAO_MAX_ALIASES: form.count.default(30),
  TONGDAO_MAX_ROOT_FIELDS: form.count.default(10),
  TONGDAO_MAX_COST: form.count.default(5_000),
  TONGDAO_MAX_PAGE_SIZE: form.count.default(500),
  TONGDAO_MAX_LIST_LENGTH: form.count.default(500),
  /** How often one person or body may be looked up or verified under one grant. */
  TONGDAO_SUBJECT_LOOKUPS_PER_DAY: form.count.default(100),
  /** How many different people and bodies one grant may look up or verify in a day. */
  TONGDAO_SUBJECTS_PER_DAY: form.count.default(defaultLimits.maxSubjects),
  /** How many rows about people and bodies leave by exports under one grant in a day. */
  TONGDAO_EXPORTED_SUBJECTS_PER_DAY: form.count.default(defaultLimits.maxExportedSubjects),
  /** How many exports are under way at once, and how many of one client. */
  TONGDAO_MAX_EXPORTS: form.count.default(defaultLimits.maxExports),
  TONGDAO_MAX_EXPORTS_PER_CLIENT: form.count.default(defaultLimits.maxExportsOfClient),
  /** How long a reader may take for a chunk of an export. */
  TONGDAO_EXPORT_TIMEOUT: form.count.default(defaultWire.exportPatience),
  /** The number of grants, in one day, from which an alert about one of them is put on record. */
  TONGDAO_NOTICED_GRANTS_PER_SUBJECT: form.count.default(3),
};

const ownCatalogs = {
  TONGDAO_CATALOG_DIR: form.required('the folder of the catalogs'),
  TONGDAO_SOURCES: form.sources,
  TONGDAO_POLICY_FILE: form.required('the file of clients, grants and rules'),
};

/** Variables as the process has them. Empty ones count as absent. */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The environment's settings. In mode `demo`, catalogs, sources, policy and keys are the demo's
 * own, so that no real data is shown by mistake. In production, each of them must be stated.
 */
const environment = z.preprocess(
  (value) => (typeof value === 'object' ? { TONGDAO_MODE: 'demo', ...value } : value),
  z.discriminatedUnion(
    'TONGDAO_MODE',
    [
      z.object({
        TONGDAO_MODE: z.literal('demo'),
        ...common,
        TONGDAO_DEMO: form.demoServer.optional(),
      }),
      z.object({
        TONGDAO_MODE: z.literal('production'),
        ...common,
        ...ownCatalogs,
        TONGDAO_MASTER_KEY: form.masterKey,
      }),
    ],
    { error: 'is `demo` or `production`' },
  ),
);

export type Settings = z.infer<typeof environment>;

export class SettingsError extends Error {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(`The settings cannot be used:\n${problems.map((problem) => `  ${problem}`).join('\n')}`);
    this.name = 'SettingsError';
    this.problems = problems;
  }
}

/** What the check of catalogs needs: sources, or the demo's sources. */
const checkEnvironment = z.object({
  TONGDAO_DATA_DIR: common.TONGDAO_DATA_DIR,
  TONGDAO_DEMO: form.demoServer.optional(),
  TONGDAO_SOURCES: form.sources.optional(),
  TONGDAO_CATALOG_DIR: z.string().optional(),
});
export type CheckSettings = z.infer<typeof checkEnvironment>;

/** What the lock of a policy file needs: the file, and what its grants name. */
const lockEnvironment = z.object(ownCatalogs);
export type LockSettings = z.infer<typeof lockEnvironment>;

const dataDirOnly = { TONGDAO_DATA_DIR: common.TONGDAO_DATA_DIR };

/** The environment's settings for looking into the record. */
const auditEnvironment = z.preprocess(
  (value) => (typeof value === 'object' ? { TONGDAO_MODE: 'demo', ...value } : value),
  z.discriminatedUnion(
    'TONGDAO_MODE',
    [
      z.object({ TONGDAO_MODE: z.literal('demo'), ...dataDirOnly }),
      z.object({
        TONGDAO_MODE: z.literal('production'),
        ...dataDirOnly,
        TONGDAO_MASTER_KEY: form.masterKey,
      }),
    ],
    { error: 'is `demo` or `production`' },
  ),
);

/** What the command line needs to look into the record. */
export interface AuditSettings {
  /** Where the record lies. */
  readonly TONGDAO_DATA_DIR: string;
  /**
   * The gateway's master key, from which the record's key is derived. A demo's is read on demand.
   */
  readonly masterKey: () => Promise<Uint8Array>;
}

function parse<Form extends z.ZodType>(expected: Form, env: Environment): z.output<Form> {
  const stated = Object.entries(env).filter(([, value]) => value !== undefined && value !== '');
  const result = expected.safeParse(Object.fromEntries(stated));
  if (result.success) return result.data;
  throw new SettingsError(
    result.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`),
  );
}

/**
 * Reads the settings of a gateway.
 *
 * @throws {SettingsError} naming every wrong setting, and what would be right, but no value
 */
export function readSettings(env: Environment): Settings {
  return parse(environment, env);
}

/** Reads what the check of catalogs needs; @throws {SettingsError} as `readSettings` does. */
export function readCheckSettings(env: Environment): CheckSettings {
  return parse(checkEnvironment, env);
}

/** Reads what the lock of a policy file needs; @throws {SettingsError} as `readSettings` does. */
export function readLockSettings(env: Environment): LockSettings {
  return parse(lockEnvironment, env);
}

/**
 * Reads what looking into the record needs.
 *
 * @param demo null for an entry that brings none
 * @throws {SettingsError} as `readSettings` does
 */
export function readAuditSettings(env: Environment, demo: Demo | null): AuditSettings {
  const settings = parse(auditEnvironment, env);
  const { TONGDAO_DATA_DIR } = settings;
  if (settings.TONGDAO_MODE === 'production') {
    return { TONGDAO_DATA_DIR, masterKey: () => Promise.resolve(settings.TONGDAO_MASTER_KEY) };
  }
  const ofDemo = requireDemo(demo);
  return { TONGDAO_DATA_DIR, masterKey: () => ofDemo.readMasterKey(TONGDAO_DATA_DIR) };
}
