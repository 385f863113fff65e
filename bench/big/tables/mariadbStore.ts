import { createConnection } from 'mysql2/promise';

import { databaseName } from './databaseName.js';
import type { Store } from './store.js';

/** @param server `mysql://<user>:<password>@<host>:<port>`, whose user may create databases */
export async function mariadbStore(server: string): Promise<Store> {
  const url = new URL(`/${databaseName}`, server).href;
  const connection = await createConnection({ uri: server, rowsAsArray: true });
  await connection.query(`CREATE DATABASE IF NOT EXISTS ${databaseName}`);
  await connection.query(`USE ${databaseName}`);
  return {
    url,
    async run(sql) {
      const [rows] = await connection.query(sql);
      // `rowsAsArray` was asked for; what is no query brings no rows.
      return Array.isArray(rows) ? (rows as unknown as readonly (readonly unknown[])[]) : [];
    },
    close: () => connection.end(),
  };
}
