import { randomBytes } from 'node:crypto';

import pg from 'pg';

/** A server on which tests may create databases. Suites that need one are `*.postgres.test.ts`. */
export const postgresUrl =
  process.env['TONGDAO_TEST_POSTGRES'] ?? 'postgres://postgres@127.0.0.1:5432';

export interface TestDatabase {
  readonly name: string;
  /** For a connector. */
  readonly url: string;
  /** Runs statements as the owner of the data would; rows come as objects. */
  query(sql: string, values?: readonly unknown[]): Promise<readonly Record<string, unknown>[]>;
  /** A session of its own, for locks. */
  session(): Promise<pg.Client>;
  drop(): Promise<void>;
}

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

/** @param options of CREATE DATABASE */
export async function createDatabase(prefix: string, options = ''): Promise<TestDatabase> {
  const name = `tongdao_${prefix}_${process.pid}_${randomBytes(4).toString('hex')}`;
  const base = postgresUrl.replace(/\/$/, '');
  const owner = await connect(`${base}/postgres`);
  await owner.query(`CREATE DATABASE "${name}" TEMPLATE template0 ENCODING 'UTF8' ${options}`);
  const url = `${base}/${name}`;
  const own = await connect(url);
  return {
    name,
    url,
    query: async (sql, values = []) => {
      const { rows } = await own.query<Record<string, unknown>>(sql, [...values]);
      return rows;
    },
    session: () => connect(url),
    drop: async () => {
      await own.end();
      await owner.query(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
      await owner.end();
    },
  };
}
