type TestSources = 'sqlite' | 'mariadb' | 'postgres';

/** The kind of database that sources are in: `jest.config.mjs` runs the suites once with each. */
export const testSources = (globalThis as { testSources?: TestSources }).testSources ?? 'sqlite';

/** The kind of the small world's sources: in PostgreSQL lie the worlds of the properties alone. */
export const smallWorldSources = testSources === 'mariadb' ? 'mariadb' : 'sqlite';
