import { createConnection } from 'mysql2/promise';

import type { Cell } from './demoDatabase.js';

/** A connection to the demo's server, of whose errors nothing is told but their code. */
export interface MysqlSession {
  /** Runs a statement with its values bound; rows come as arrays. */
  readonly run: (sql: string, values?: readonly Cell[]) => Promise<readonly (readonly unknown[])[]>;
  readonly close: () => Promise<void>;
}

/** What a driver's error is called, as ER_DBACCESS_DENIED_ERROR: its message names host and user. */
function codeOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' && /^[A-Z][A-Z0-9_]*$/.test(code) ? code : 'UNKNOWN';
}

/** @param url `mysql://<user>:<password>@<host>:<port>` */
export async function openMysqlSession(url: string): Promise<MysqlSession> {
  const { hostname, port, username, password } = new URL(url);
  const connection = await createConnection({
    host: decodeURIComponent(hostname).replace(/^\[(.*)\]$/, '$1'),
    port: port === '' ? 3_306 : Number(port),
    user: decodeURIComponent(username),
    password: decodeURIComponent(password),
    charset: 'utf8mb4',
    connectTimeout: 10_000,
    rowsAsArray: true,
  }).catch(() => {
    throw new Error('TONGDAO_DEMO: the server does not answer or refuses the login');
  });
  // Without a listener, a connection that breaks while nothing waits for it would end the process.
  connection.on('error', () => undefined);
  return {
    async run(sql, values) {
      // What has no values goes as text: a server prepares no START TRANSACTION.
      const asked = values ? connection.execute(sql, [...values]) : connection.query(sql);
      const [rows] = await asked.catch((error: unknown) => {
        throw new Error(`TONGDAO_DEMO: the server refused a statement (${codeOf(error)})`);
      });
      // `rowsAsArray` was asked for; what is no query brings no rows.
      return Array.isArray(rows) ? (rows as unknown as readonly (readonly unknown[])[]) : [];
    },
    close: () => connection.end().catch(() => undefined),
  };
}
