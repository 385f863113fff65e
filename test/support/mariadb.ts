import { randomBytes } from 'node:crypto';

import mysql from 'mysql2/promise';

/** A server on which tests may create databases. Suites that need one are `*.mariadb.test.ts`. */
export const mariadbUrl = process.env['TONGDAO_TEST_MYSQL'] ?? 'mysql://root@127.0.0.1:3306';

export interface TestDatabase {
  readonly name: string;
  /** For a connector. */
  readonly url: string;
  /** Runs statements as the owner of the data would; rows come as objects. */
  query(sql: string, values?: readonly unknown[]): Promise<readonly Record<string, unknown>[]>;
  /** A session of its own, for locks. */
  session(): Promise<mysql.Connection>;
  drop(): Promise<void>;
}

/** Creates a fresh database, of which no other suite knows. */
export async function createDatabase(prefix: string): Promise<TestDatabase> {
  const name = `${prefix}_${process.pid}_${randomBytes(4).toString('hex')}`;
  const owner = await mysql.createConnection({ uri: mariadbUrl, charset: 'utf8mb4_bin' });
  await owner.query(`CREATE DATABASE \`${name}\` CHARACTER SET utf8mb4`);
  await owner.changeUser({ database: name });
  await owner.query(`SET SESSION sql_mode = ''`);
  const url = `${mariadbUrl.replace(/\/$/, '')}/${name}`;
  return {
    name,
    url,
    query: async (sql, values = []) => {
      const [rows] = await owner.query(sql, [...values]);
      return Array.isArray(rows) ? (rows as Record<string, unknown>[]) : [];
    },
    session: () => mysql.createConnection({ uri: url }),
    drop: async () => {
      await owner.query(`DROP DATABASE IF EXISTS \`${name}\``);
      await owner.end();
    },
  };
}
