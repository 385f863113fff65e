import pg from 'pg';

import type { Cell } from './demoDatabase.js';

/** A connection to the demo's server, of whose errors nothing is told but their code. */
export interface PostgresSession {
  readonly run: (
    sql: string,
    values?: readonly Cell[],
  ) => Promise<readonly Readonly<Record<string, unknown>>[]>;
  readonly close: () => Promise<void>;
}

/** A driver's error by its code, as 42P07: its message names host, user and values. */
function codeOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' && /^[A-Z0-9_]+$/.test(code) ? code : 'UNKNOWN';
}

/** @param url `postgres://<user>:<password>@<host>:<port>/<database>` */
export async function openPostgresSession(url: string): Promise<PostgresSession> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  // Without a listener, a connection that breaks while nothing waits for it would end the process.
  client.on('error', () => undefined);
  await client.connect().catch(() => {
    throw new Error('TONGDAO_DEMO: the server does not answer or refuses the login');
  });
  return {
    async run(sql, values = []) {
      const { rows } = await client
        .query<Record<string, unknown>>(sql, [...values])
        .catch((error: unknown) => {
          throw new Error(`TONGDAO_DEMO: the server refused a statement (${codeOf(error)})`);
        });
      return rows;
    },
    close: () => client.end().catch(() => undefined),
  };
}
