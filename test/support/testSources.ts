/** The kind of database that sources are in: `jest.config.mjs` runs the suites once with each. */
export const testSources =
  (globalThis as { testSources?: 'sqlite' | 'mariadb' }).testSources ?? 'sqlite';
