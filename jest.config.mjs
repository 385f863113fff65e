import {
  hasMariadb,
  hasMariadbd,
  hasPostgres,
  hasPostgresd,
  hasRedis,
} from './test/support/probeServers.mjs';

/** Suites run the TypeScript sources; only worker threads and spawned gateways run `dist`. */
const common = {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', decorators: true },
          transform: {
            legacyDecorator: true,
            decoratorMetadata: true,
            useDefineForClassFields: false,
          },
        },
        module: { type: 'es6' },
      },
    ],
  },
};

/** Suites that need a server, or take long, or try what only SQLite lets happen, say so by their names. */
const named = (...words) => words.map((word) => `\\.${word}\\.(?:[a-z]+\\.)*test\\.ts$`);

/**
 * Project `sqlite`: all suites, with sources in SQLite. Project `mariadb`: those that go to sources
 * once more, with sources in MariaDB. Those that need a MariaDB, a PostgreSQL or a Redis in any case,
 * `*.mariadb.test.ts`, `*.postgres.test.ts` and `*.redis.test.ts`, run once, as do those that start a server of their own,
 * `*.mariadbd.test.ts` and `*.postgresd.test.ts`; a name may have several of these words. Project `postgres`: the properties, with their worlds in PostgreSQL. Project `long`: `*.long.test.ts`, which `npm test`
 * leaves out and `.ci/run` runs.
 */
export default async function config() {
  const [isThere, hasCounts] = [await hasMariadb(), await hasRedis()];
  const [canStart, hasOther] = [await hasMariadbd(), await hasPostgres()];
  const has = {
    mariadb: isThere,
    redis: hasCounts,
    mariadbd: canStart,
    postgres: hasOther,
    postgresd: await hasPostgresd(),
  };
  const lacking = named(...Object.keys(has).filter((server) => !has[server]));
  const projects = [
    {
      ...common,
      displayName: 'sqlite',
      testMatch: ['**/*.test.ts'],
      testPathIgnorePatterns: [...lacking, ...named('long')],
      globals: { testSources: 'sqlite' },
    },
    {
      ...common,
      displayName: 'long',
      testMatch: ['**/*.long.test.ts'],
      testPathIgnorePatterns: lacking,
      globals: { testSources: 'sqlite' },
    },
  ];
  if (isThere) {
    const toSources = '**/test/{behaviour,security,property}/**/*.test.ts';
    projects.push({
      ...common,
      displayName: 'mariadb',
      testMatch: [toSources],
      // Of what only SQLite lets happen, or what is told of a gateway without connections; and whether
      // the properties notice faults, which is the same wherever the worlds lie.
      testPathIgnorePatterns: [
        ...named('sqlite', 'mariadb', 'postgres', 'redis', 'long'),
        'plantedFaults',
      ],
      globals: { testSources: 'mariadb' },
    });
  }
  if (hasOther) {
    projects.push({
      ...common,
      displayName: 'postgres',
      testMatch: ['**/test/property/**/*.test.ts'],
      testPathIgnorePatterns: [...named('long'), 'plantedFaults'],
      globals: { testSources: 'postgres' },
    });
  }
  return {
    projects,
    reporters: ['default', '<rootDir>/test/support/leftOutReporter.mjs'],
    // Workers wait for databases and spawned gateways as much as they work.
    maxWorkers: '100%',
    // Node keeps what modules a suite has loaded. After 150 suites that is 2 GB: a worker then
    // collects garbage more than it tests, and its end takes longer than Jest waits for it.
    workerIdleMemoryLimit: '700MB',
    // A test that spawns processes takes long on a busy machine; no test measures time by this.
    testTimeout: 30_000,
  };
}
