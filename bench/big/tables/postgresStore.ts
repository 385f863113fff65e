import pg from 'pg';

import { databaseName } from './databaseName.js';
import type { Store } from './store.js';

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return client;
}

/** @param server `postgres://<user>:<password>@<host>:<port>`, whose user may create databases */
export async function postgresStore(server: string): Promise<Store> {
  const first = await connect(new URL('/postgres', server).href);
  try {
    const name = [databaseName];
    const { rowCount } = await first.query('SELECT 1 FROM pg_database WHERE datname = $1', name);
    if (rowCount === 0) {
      await first.query(`CREATE DATABASE ${databaseName} TEMPLATE template0 ENCODING 'UTF8'`);
    }
  } finally {
    await first.end();
  }
  const url = new URL(`/${databaseName}`, server).href;
  const client = await connect(url);
  return {
    url,
    async run(sql) {
      const { rows } = await client.query<unknown[]>({ text: sql, rowMode: 'array' });
      return rows;
    },
    close: () => client.end(),
  };
}
