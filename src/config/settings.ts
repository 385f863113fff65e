import { z } from 'zod';

const port = z.coerce.number().int().min(0).max(65_535);
const milliseconds = z.coerce.number().int().min(1);
const count = z.coerce.number().int().min(1);

/** Sources by the name that catalogs call them by, each a URL: `sqlite:<path>`. */
const sources = z
  .string()
  .transform((text, context): unknown => {
    try {
      return JSON.parse(text);
    } catch {
      context.addIssue({ code: 'custom', message: 'is JSON: {"<name>": "sqlite:<path>", …}' });
      return z.NEVER;
    }
  })
  .pipe(z.record(z.string(), z.string().regex(/^sqlite:.+/, 'names each source as sqlite:<path>')));

const masterKey = z
  .string()
  .regex(
    /^[0-9a-f]{64,}$/,
    'is at least 32 random bytes in hexadecimal, as of `openssl rand -hex 32`',
  )
  .transform((text) => Buffer.from(text, 'hex'));

const common = {
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: port.default(4000),
  /** Where the record lies, and in demo mode the demo's data. */
  TONGDAO_DATA_DIR: z.string().min(1).default('.tongdao'),
  TONGDAO_LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
  TONGDAO_SOURCE_TIMEOUT: milliseconds.default(5_000),
  TONGDAO_MAX_BODY_SIZE: count.default(100_000),
  TONGDAO_MAX_DEPTH: count.default(12),
  TONGDAO_MAX_ALIASES: count.default(30),
  TONGDAO_MAX_ROOT_FIELDS: count.default(10),
  TONGDAO_MAX_COST: count.default(5_000),
  TONGDAO_MAX_PAGE_SIZE: count.default(500),
  TONGDAO_MAX_LIST_LENGTH: count.default(500),
};

/**
 * The environment's settings. Demo mode prepares its own catalogs, sources, policy and keys, so it
 * can show nothing of anyone's; production states each.
 */
const environment = z.preprocess(
  (value) => (typeof value === 'object' ? { TONGDAO_MODE: 'demo', ...value } : value),
  z.discriminatedUnion('TONGDAO_MODE', [
    z.object({ TONGDAO_MODE: z.literal('demo'), ...common }),
    z.object({
      TONGDAO_MODE: z.literal('production'),
      ...common,
      TONGDAO_CATALOG_DIR: z.string().min(1),
      TONGDAO_SOURCES: sources,
      TONGDAO_POLICY_FILE: z.string().min(1),
      TONGDAO_MASTER_KEY: masterKey,
    }),
  ]),
);

export type Settings = z.infer<typeof environment>;

export class SettingsError extends Error {
  constructor(problems: readonly string[]) {
    super(`The settings cannot be used:\n${problems.map((problem) => `  ${problem}`).join('\n')}`);
    this.name = 'SettingsError';
  }
}

/**
 * Reads the settings from an environment. Empty variables count as absent.
 *
 * @throws {SettingsError} naming every wrong setting, and what would be right, but no value
 */
export function readSettings(env: Readonly<Record<string, string | undefined>>): Settings {
  const stated = Object.entries(env).filter(([, value]) => value !== undefined && value !== '');
  const result = environment.safeParse(Object.fromEntries(stated));
  if (result.success) return result.data;
  throw new SettingsError(
    result.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`),
  );
}
