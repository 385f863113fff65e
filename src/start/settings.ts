import { z } from 'zod';

/** A whole number within bounds; the message says which. */
function wholeNumber(min: number, max: number) {
  const error = `is a whole number from ${min} to ${max}`;
  return z
    .string()
    .regex(/^[0-9]+$/, error)
    .transform(Number)
    .pipe(z.number().min(min, error).max(max, error));
}

const port = wholeNumber(0, 65_535);
const count = wholeNumber(1, 1_000_000_000);

/** A setting that production must state. */
function required(what: string) {
  const error = `is required: ${what}`;
  return z.string({ error }).min(1, error);
}

const mysqlServer = 'mysql://<user>:<password>@<host>:<port>';

/** Whether a text is a URL of a MySQL server, or of one database there. */
function isMysqlUrl(text: string, path: RegExp): boolean {
  // A % that encodes nothing would only fail where the password is read.
  if (!URL.canParse(text) || /%(?![0-9a-f]{2})/i.test(text)) return false;
  const { protocol, username, hostname, pathname, search, hash } = new URL(text);
  const named = protocol === 'mysql:' && username !== '' && hostname !== '';
  return named && path.test(pathname) && search + hash === '';
}

const sourceUrl = z
  .string()
  .refine(
    (text) => /^sqlite:.+/.test(text) || isMysqlUrl(text, /^\/[^/]+$/),
    `names each source as sqlite:<path> or ${mysqlServer}/<database>`,
  );

/** Sources by the name that catalogs call them by, each a URL. */
const sources = required('the sources that the catalogs name')
  .transform((text, context): unknown => {
    try {
      return JSON.parse(text);
    } catch {
      context.addIssue({ code: 'custom', message: 'is JSON: {"<name>": "sqlite:<path>", …}' });
      return z.NEVER;
    }
  })
  .pipe(z.record(z.string(), sourceUrl));

/** The server that holds the demo's data, in the place of files. */
const demoServer = z.string().refine((text) => isMysqlUrl(text, /^\/?$/), `is ${mysqlServer}`);

function isRedisUrl(text: string): boolean {
  if (!URL.canParse(text) || /%(?![0-9a-f]{2})/i.test(text)) return false;
  const { protocol, hostname, pathname, search, hash } = new URL(text);
  const isRedis = protocol === 'redis:' || protocol === 'rediss:';
  return isRedis && hostname !== '' && /^\/?[0-9]*$/.test(pathname) && search + hash === '';
}

/** Where gateways that answer for one another count together. */
const redis = z
  .string()
  .refine(isRedisUrl, 'is redis://[<user>:<password>@]<host>:<port>[/<number>], or rediss://');

const masterKey = required('32 random bytes in hexadecimal, as of `openssl rand -hex 32`')
  .regex(
    /^[0-9a-f]{64,}$/,
    'is at least 32 random bytes in hexadecimal, as of `openssl rand -hex 32`',
  )
  .transform((text) => Buffer.from(text, 'hex'));

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'] as const;
const logLevel = z.enum(logLevels, { error: `is one of ${logLevels.join(', ')}` });

const yesOrNo = z
  .enum(['true', 'false'], { error: 'is `true` or `false`' })
  .transform((text) => text === 'true');

const common = {
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: port.default(4_000),
  /** Where the record lies, and in demo mode the demo's data. */
  TONGDAO_DATA_DIR: z.string().min(1).default('.tongdao'),
  /** Where policy lives and can change; without one, production's stays as its file says. */
  TONGDAO_CONTROL: sourceUrl.optional(),
  TONGDAO_REDIS: redis.optional(),
  TONGDAO_LOG_LEVEL: logLevel.default('info'),
  /** Whether a lookup of level L3 or above states who acts and for which case. */
  TONGDAO_REQUIRE_CASE: yesOrNo.default(true),
  TONGDAO_SOURCE_TIMEOUT: count.default(5_000),
  TONGDAO_MAX_BODY_SIZE: count.default(100_000),
  TONGDAO_MAX_DEPTH: count.default(12),
  TONGDAO_MAX_ALIASES: count.default(30),
  TONGDAO_MAX_ROOT_FIELDS: count.default(10),
  TONGDAO_MAX_COST: count.default(5_000),
  TONGDAO_MAX_PAGE_SIZE: count.default(500),
  TONGDAO_MAX_LIST_LENGTH: count.default(500),
  /** How often one person or body may be looked up or verified under one grant. */
  TONGDAO_SUBJECT_LOOKUPS_PER_DAY: count.default(100),
  /** From how many grants on, under which one of them is asked for in a day, an alert is on record. */
  TONGDAO_NOTICED_GRANTS_PER_SUBJECT: count.default(3),
};

/**
 * The environment's settings. Demo mode prepares its own catalogs, sources, policy and keys, so it
 * can show nothing of anyone's; production states each.
 */
const environment = z.preprocess(
  (value) => (typeof value === 'object' ? { TONGDAO_MODE: 'demo', ...value } : value),
  z.discriminatedUnion(
    'TONGDAO_MODE',
    [
      z.object({
        TONGDAO_MODE: z.literal('demo'),
        ...common,
        TONGDAO_DEMO: demoServer.optional(),
      }),
      z.object({
        TONGDAO_MODE: z.literal('production'),
        ...common,
        TONGDAO_CATALOG_DIR: required('the folder of the catalogs'),
        TONGDAO_SOURCES: sources,
        TONGDAO_POLICY_FILE: required('the file of clients, grants and rules'),
        TONGDAO_MASTER_KEY: masterKey,
      }),
    ],
    { error: 'is `demo` or `production`' },
  ),
);

export type Settings = z.infer<typeof environment>;

export class SettingsError extends Error {
  constructor(problems: readonly string[]) {
    super(`The settings cannot be used:\n${problems.map((problem) => `  ${problem}`).join('\n')}`);
    this.name = 'SettingsError';
  }
}

/** What the check of catalogs needs: sources, or else those of the demo. */
const checkEnvironment = z.object({
  TONGDAO_DATA_DIR: common.TONGDAO_DATA_DIR,
  TONGDAO_DEMO: demoServer.optional(),
  TONGDAO_SOURCES: sources.optional(),
  TONGDAO_CATALOG_DIR: z.string().optional(),
});
export type CheckSettings = z.infer<typeof checkEnvironment>;

const dataDirOnly = { TONGDAO_DATA_DIR: common.TONGDAO_DATA_DIR };

/** What the command line needs to look into the record: where it lies, and its key. */
const auditEnvironment = z.preprocess(
  (value) => (typeof value === 'object' ? { TONGDAO_MODE: 'demo', ...value } : value),
  z.discriminatedUnion(
    'TONGDAO_MODE',
    [
      z.object({ TONGDAO_MODE: z.literal('demo'), ...dataDirOnly }),
      z.object({
        TONGDAO_MODE: z.literal('production'),
        ...dataDirOnly,
        TONGDAO_MASTER_KEY: masterKey,
      }),
    ],
    { error: 'is `demo` or `production`' },
  ),
);
export type AuditSettings = z.infer<typeof auditEnvironment>;

function parse<Form extends z.ZodType>(
  form: Form,
  env: Readonly<Record<string, string | undefined>>,
): z.output<Form> {
  const stated = Object.entries(env).filter(([, value]) => value !== undefined && value !== '');
  const result = form.safeParse(Object.fromEntries(stated));
  if (result.success) return result.data;
  throw new SettingsError(
    result.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`),
  );
}

/**
 * Reads the settings from an environment. Empty variables count as absent.
 *
 * @throws {SettingsError} naming every wrong setting, and what would be right, but no value
 */
export function readSettings(env: Readonly<Record<string, string | undefined>>): Settings {
  return parse(environment, env);
}

/** Reads what the check of catalogs needs; @throws {SettingsError} as `readSettings` does. */
export function readCheckSettings(
  env: Readonly<Record<string, string | undefined>>,
): CheckSettings {
  return parse(checkEnvironment, env);
}

/** Reads what looking into the record needs; @throws {SettingsError} as `readSettings` does. */
export function readAuditSettings(
  env: Readonly<Record<string, string | undefined>>,
): AuditSettings {
  return parse(auditEnvironment, env);
}
