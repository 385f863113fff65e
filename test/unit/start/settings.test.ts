import { describe, expect, it } from '@jest/globals';

import { readSettings, SettingsError } from '../../../src/start/settings.js';

/** What is told of settings that cannot be used, a line each; empty where they can. */
function problemsOf(env: Readonly<Record<string, string | undefined>>): readonly string[] {
  try {
    readSettings(env);
    return [];
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    const [first, ...problems] = error.message.split('\n');
    expect(first).toBe('The settings cannot be used:');
    return problems.map((problem) => problem.trim());
  }
}

const namesOf = (problems: readonly string[]) => problems.map((problem) => problem.split(':')[0]);

const production = {
  TONGDAO_MODE: 'production',
  TONGDAO_CATALOG_DIR: '/etc/tongdao/catalogs',
  TONGDAO_SOURCES: '{"population": "sqlite:/data/population.sqlite"}',
  TONGDAO_POLICY_FILE: '/etc/tongdao/policy.json',
  TONGDAO_MASTER_KEY: '0123456789abcdef'.repeat(4),
};

describe('an environment that states nothing', () => {
  it('is that of the demo, on this machine alone', () => {
    expect(readSettings({})).toEqual({
      TONGDAO_MODE: 'demo',
      HOST: '127.0.0.1',
      PORT: 4_000,
      TONGDAO_DATA_DIR: '.tongdao',
      TONGDAO_LOG_LEVEL: 'info',
      TONGDAO_REQUIRE_CASE: true,
      TONGDAO_SOURCE_TIMEOUT: 5_000,
      TONGDAO_QUEUE_TIMEOUT: 10_000,
      TONGDAO_QUEUE_LENGTH: 1_000,
      TONGDAO_SOURCE_STATEMENTS: 16,
      TONGDAO_HEAVY_STATEMENTS: 2,
      TONGDAO_MAX_VALUE_SIZE: 1_000_000,
      TONGDAO_MAX_BODY_SIZE: 100_000,
      TONGDAO_MAX_ANSWER_SIZE: 10_000_000,
      TONGDAO_RECORD_SEGMENT_SIZE: 33_554_432,
      TONGDAO_REQUEST_TIMEOUT: 10_000,
      TONGDAO_MAX_CONNECTIONS: 800,
      TONGDAO_REFUSALS_PER_MINUTE: 600,
      TONGDAO_DRAIN_TIME: 5_000,
      TONGDAO_DRIFT_INTERVAL: 60_000,
      TONGDAO_CORS_ORIGINS: [],
      TONGDAO_TRUSTED_PROXIES: [],
      TONGDAO_MAX_DEPTH: 12,
      TONGDAO_MAX_ALIASES: 30,
      TONGDAO_MAX_ROOT_FIELDS: 10,
      TONGDAO_MAX_COST: 5_000,
      TONGDAO_MAX_PAGE_SIZE: 500,
      TONGDAO_MAX_LIST_LENGTH: 500,
      TONGDAO_SUBJECT_LOOKUPS_PER_DAY: 100,
      TONGDAO_SUBJECTS_PER_DAY: 10_000,
      TONGDAO_EXPORTED_SUBJECTS_PER_DAY: 1_000_000,
      TONGDAO_MAX_EXPORTS: 8,
      TONGDAO_MAX_EXPORTS_PER_CLIENT: 2,
      TONGDAO_EXPORT_TIMEOUT: 60_000,
      TONGDAO_NOTICED_GRANTS_PER_SUBJECT: 3,
    });
  });

  it('is one whose variables are empty too', () => {
    const empty = { HOST: '', PORT: '', TONGDAO_MODE: '', TONGDAO_MAX_DEPTH: undefined };
    expect(readSettings(empty)).toEqual(readSettings({}));
  });
});

describe('production', () => {
  it('is stated in full', () => {
    const settings = readSettings(production);
    expect(settings).toMatchObject({
      TONGDAO_MODE: 'production',
      TONGDAO_CATALOG_DIR: '/etc/tongdao/catalogs',
      TONGDAO_SOURCES: { population: 'sqlite:/data/population.sqlite' },
      TONGDAO_POLICY_FILE: '/etc/tongdao/policy.json',
    });
    expect(settings.TONGDAO_MODE === 'production' && settings.TONGDAO_MASTER_KEY.length).toBe(32);
  });

  it.each([
    ['TONGDAO_CATALOG_DIR', 'the folder of the catalogs'],
    ['TONGDAO_SOURCES', 'the sources that the catalogs name'],
    ['TONGDAO_POLICY_FILE', 'the file of clients, grants and rules'],
    ['TONGDAO_MASTER_KEY', '32 random bytes in hexadecimal, as of `openssl rand -hex 32`'],
  ])('is refused without %s, and with it empty', (name, what) => {
    for (const value of [undefined, '']) {
      expect(problemsOf({ ...production, [name]: value })).toEqual([
        `${name}: is required: ${what}`,
      ]);
    }
  });

  it('takes origins and proxies between commas', () => {
    const stated = {
      ...production,
      TONGDAO_CORS_ORIGINS: 'https://a.example, http://localhost:3000',
      TONGDAO_TRUSTED_PROXIES: '10.0.0.0/8,::1',
      TONGDAO_DRAIN_TIME: '0',
    };
    expect(readSettings(stated)).toMatchObject({
      TONGDAO_CORS_ORIGINS: ['https://a.example', 'http://localhost:3000'],
      TONGDAO_TRUSTED_PROXIES: ['10.0.0.0/8', '::1'],
      TONGDAO_DRAIN_TIME: 0,
    });
  });

  it('takes files and servers as sources', () => {
    const sources = {
      a: 'sqlite:/data/a.sqlite',
      b: 'mysql://reader:pass@db:3306/b',
      c: 'mysqls://r@db/c',
      d: 'postgres://r:pass@db:5432/d?schema=public&sslmode=verify-full',
      e: 'postgresql://r@db/e',
    };
    expect(readSettings({ ...production, TONGDAO_SOURCES: JSON.stringify(sources) })).toMatchObject(
      { TONGDAO_SOURCES: sources },
    );
  });

  it('is told of all four where none is stated', () => {
    expect(namesOf(problemsOf({ TONGDAO_MODE: 'production' }))).toEqual([
      'TONGDAO_CATALOG_DIR',
      'TONGDAO_SOURCES',
      'TONGDAO_POLICY_FILE',
      'TONGDAO_MASTER_KEY',
    ]);
  });
});

describe('a setting that is wrong is named, and its value is not said again', () => {
  const secret = 'hunter2';

  const origins = 'is origins as https://<host>, between commas';
  const addresses = 'is IP addresses or networks as 10.0.0.0/8, between commas';
  const port = 'is a whole number from 0 to 65535';
  const count = 'is a whole number from 1 to 1000000000';
  const level = 'is one of fatal, error, warn, info, debug, silent';
  const key = 'is at least 32 random bytes in hexadecimal, as of `openssl rand -hex 32`';

  it.each([
    ['TONGDAO_MODE', secret, 'is `demo` or `production`'],
    ['PORT', secret, port],
    ['PORT', '65536', port],
    ['PORT', '-1', port],
    ['PORT', '80.5', port],
    ['PORT', 'Infinity', port],
    ['TONGDAO_LOG_LEVEL', secret, level],
    ['TONGDAO_REQUIRE_CASE', secret, 'is `true` or `false`'],
    ['TONGDAO_REQUIRE_CASE', '0', 'is `true` or `false`'],
    ['TONGDAO_LOG_LEVEL', 'INFO', level],
    ['TONGDAO_SOURCE_TIMEOUT', '0', count],
    ['TONGDAO_SOURCE_TIMEOUT', secret, count],
    ['TONGDAO_QUEUE_LENGTH', '0', count],
    ['TONGDAO_HEAVY_STATEMENTS', '0', count],
    ['TONGDAO_MAX_BODY_SIZE', '0', count],
    ['TONGDAO_MAX_DEPTH', '-12', count],
    ['TONGDAO_MAX_ALIASES', '1.5', count],
    ['TONGDAO_MAX_ROOT_FIELDS', secret, count],
    ['TONGDAO_MAX_COST', 'NaN', count],
    ['TONGDAO_MAX_PAGE_SIZE', '0', count],
    ['TONGDAO_MAX_LIST_LENGTH', secret, count],
    ['TONGDAO_MAX_ANSWER_SIZE', '0', count],
    ['TONGDAO_MAX_VALUE_SIZE', '0', count],
    ['TONGDAO_REQUEST_TIMEOUT', '0', count],
    ['TONGDAO_MAX_CONNECTIONS', secret, count],
    ['TONGDAO_REFUSALS_PER_MINUTE', '-1', count],
    ['TONGDAO_DRAIN_TIME', secret, 'is a whole number from 0 to 1000000000'],
    ['TONGDAO_CORS_ORIGINS', '*', origins],
    ['TONGDAO_CORS_ORIGINS', secret, origins],
    ['TONGDAO_CORS_ORIGINS', 'https://a.example/', origins],
    ['TONGDAO_CORS_ORIGINS', 'https://a.example,', origins],
    ['TONGDAO_CORS_ORIGINS', 'ftp://a.example', origins],
    ['TONGDAO_TRUSTED_PROXIES', secret, addresses],
    ['TONGDAO_TRUSTED_PROXIES', '10.0.0.0/33', addresses],
    ['TONGDAO_TRUSTED_PROXIES', '10.0.0.1 10.0.0.2', addresses],
    ['TONGDAO_SOURCES', secret, 'is JSON: {"<name>": "sqlite:<path>", …}'],
    ['TONGDAO_MASTER_KEY', secret, key],
    ['TONGDAO_MASTER_KEY', '0123456789abcdef'.repeat(3), key],
    ['TONGDAO_MASTER_KEY', `${'0123456789abcdef'.repeat(3)}0123456789abcdeg`, key],
    ['TONGDAO_MASTER_KEY', '0123456789ABCDEF'.repeat(4), key],
  ])('%s=%s', (name, value, problem) => {
    expect(problemsOf({ ...production, [name]: value })).toEqual([`${name}: ${problem}`]);
    expect(problem).not.toContain(secret);
  });

  it.each([
    ['hunter2'],
    ['http://hunter2@host:6379'],
    ['redis://host:6379/hunter2'],
    ['redis://:hunter2%@host:6379'],
    ['redis://host:6379?hunter2'],
    ['redis:'],
  ])('a Redis at %s', (url) => {
    expect(problemsOf({ ...production, TONGDAO_REDIS: url })).toEqual([
      'TONGDAO_REDIS: is redis://[<user>:<password>@]<host>:<port>[/<number>], or rediss://',
    ]);
  });

  it.each(['redis://127.0.0.1:6379', 'rediss://app:hunter2@redis.city/3'])(
    'while a Redis can be at %s',
    (url) => {
      expect(readSettings({ ...production, TONGDAO_REDIS: url }).TONGDAO_REDIS).toBe(url);
    },
  );

  const source =
    'is sqlite:<path>, or mysql:// or postgres://<user>:<password>@<host>:<port>/<database>';
  it.each([
    ['oracle://root:hunter2@host/db', source],
    ['SQLITE:/data/hunter2', source],
    ['/data/hunter2.sqlite', source],
    ['postgres://hunter2@host/db?sslmode=require', expect.stringMatching(/sslmode is verify-full/)],
    ['postgresql://root:hunter2@host', expect.stringMatching(/names one database/)],
  ])('a source at %s', (url, problem) => {
    const problems = problemsOf({ ...production, TONGDAO_SOURCES: JSON.stringify({ a: url }) });
    expect(problems.map((text) => text.replace('TONGDAO_SOURCES.a: ', ''))).toEqual([problem]);
    expect(problems.join()).not.toContain('hunter2');
  });

  const database = 'is sqlite:<path> or mysql://<user>:<password>@<host>:<port>/<database>';
  it.each(['postgres://root:hunter2@host/db', 'SQLITE:/data/hunter2', '/data/hunter2.sqlite'])(
    'a control database at %s',
    (url) => {
      expect(problemsOf({ ...production, TONGDAO_CONTROL: url })).toEqual([
        `TONGDAO_CONTROL: ${database}`,
      ]);
    },
  );

  it.each([
    [
      'mysql://root:hunter2@host',
      'A URL of MySQL names one database after its host: …host:port/database.',
    ],
    ['mysql://root:hunter2@host/db?ssl=hunter2', 'In a URL of MySQL, ssl is true or false.'],
    [
      'mysqls://root:hunter2%@host/db',
      'The password in a URL of MySQL has each % written as %25, other signs as %XX of UTF-8.',
    ],
    ['mysql://host/hunter2', 'A URL of MySQL names a user; this one has none.'],
  ])('a source, or a control database, at %s', (url, problem) => {
    expect(problemsOf({ ...production, TONGDAO_SOURCES: JSON.stringify({ a: url }) })).toEqual([
      `TONGDAO_SOURCES.a: ${problem}`,
    ]);
    expect(problemsOf({ ...production, TONGDAO_CONTROL: url })).toEqual([
      `TONGDAO_CONTROL: ${problem}`,
    ]);
  });

  it.each(['["sqlite:/data/hunter2"]', '"sqlite:hunter2"', '{"a": 5}', 'null'])(
    'sources as %s',
    (value) => {
      const problems = problemsOf({ ...production, TONGDAO_SOURCES: value });
      expect(problems).toEqual([expect.stringMatching(/^TONGDAO_SOURCES(\.a)?: /)]);
      expect(problems.join()).not.toContain(secret);
    },
  );

  it('and so is each of several', () => {
    const env = { PORT: secret, TONGDAO_MAX_DEPTH: '0', TONGDAO_LOG_LEVEL: 'loud' };
    expect(namesOf(problemsOf(env))).toEqual(['PORT', 'TONGDAO_LOG_LEVEL', 'TONGDAO_MAX_DEPTH']);
  });
});

describe('the server of the demo’s data', () => {
  it.each([
    'mysql://root@127.0.0.1:3306',
    'mysql://demo:p%40ss@db.internal',
    'mysql://demo:pass@[::1]:3306/',
    'postgres://demo:pass@127.0.0.1:5432',
    'mysql://demo:pass@127.0.0.1:3306,postgres://demo:pass@127.0.0.1:5432',
  ])('may be %s', (url) => {
    expect(readSettings({ TONGDAO_DEMO: url })).toMatchObject({ TONGDAO_DEMO: url });
  });

  it.each([
    'hunter2',
    'mysql:hunter2',
    'mysql://127.0.0.1:3306',
    'mysql://root:hunter2@',
    'mysql://root:hunter2@host:port',
    'mysql://root:hunter2@host/database',
    'mysql://root:hunter2@host?hunter2',
    'mysql://root:hunter2%@host',
    'postgres://root:hunter2@host/database',
    'http://root:hunter2@host',
    'mysql://root:hunter2@host,mysql://root:hunter2@other',
    'mysql://root:hunter2@host,http://root:hunter2@host',
    'mysql://root:hunter2@host,',
  ])('is refused as %s, and not said again', (url) => {
    expect(problemsOf({ TONGDAO_DEMO: url })).toEqual([
      'TONGDAO_DEMO: is mysql://<user>:<password>@<host>:<port>, the same with postgres, or both with a comma between',
    ]);
  });

  it('is none of production’s', () => {
    const env = { ...production, TONGDAO_DEMO: 'mysql://root@127.0.0.1' };
    expect(readSettings(env)).toEqual(readSettings(production));
  });
});

describe('a setting that is right is taken', () => {
  it.each([
    ['PORT', '0', 0],
    ['PORT', '65535', 65_535],
    ['HOST', '0.0.0.0', '0.0.0.0'],
    ['TONGDAO_LOG_LEVEL', 'silent', 'silent'],
    ['TONGDAO_REQUIRE_CASE', 'false', false],
    ['TONGDAO_MAX_DEPTH', '1', 1],
    ['TONGDAO_SOURCE_TIMEOUT', '1', 1],
  ])('%s=%s', (name, text, value) => {
    expect(readSettings({ [name]: text })).toMatchObject({ [name]: value });
  });

  it('and what is none of ours is left alone', () => {
    expect(readSettings({ PATH: '/bin', TONGDAO_OTHER: 'x' })).toEqual(readSettings({}));
  });
});
