import { hasMariadb, hasRedis } from './test/support/probeServers.mjs';

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

/**
 * All suites with sources in SQLite; those that go to sources once more, with sources in MariaDB. Those
 * that need a MariaDB or a Redis in any case, `*.mariadb.test.ts` and `*.redis.test.ts`, run once.
 */
export default async function config() {
  const [isThere, hasCounts] = [await hasMariadb(), await hasRedis()];
  const projects = [
    {
      ...common,
      displayName: 'sqlite',
      testMatch: ['**/*.test.ts'],
      testPathIgnorePatterns: [
        ...(isThere ? [] : ['\\.mariadb\\.test\\.ts$']),
        ...(hasCounts ? [] : ['\\.redis\\.test\\.ts$']),
      ],
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
      testPathIgnorePatterns: ['\\.(sqlite|mariadb|redis)\\.test\\.ts$', 'plantedFaults'],
      globals: { testSources: 'mariadb' },
    });
  }
  // Workers wait for databases and spawned gateways as much as they work.
  // A test that spawns processes takes long on a busy machine; no test measures time by this.
  return { projects, maxWorkers: '100%', testTimeout: 30_000 };
}
