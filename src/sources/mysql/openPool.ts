import { createPool, type Connection, type ConnectionOptions, type Pool } from 'mysql2';

import type { MysqlAddress } from '../../address/mysqlAddress.js';
import { mysqlTlsParameters } from '../../address/mysqlTls.js';
import { readTls } from '../../address/readTls.js';

import { cut } from './cut.js';

/** Milliseconds for a connection to be made, greetings included. */
const connectTimeout = 3_000;

/**
 * Settings of every connection before its first statement, whatever the server's defaults are.
 * `sql_mode` lets in what is no day of the calendar, by which pages may go on; CHAR gets no blanks by it, and
 * quotes keep their meaning. `max_sort_length` is 16 KiB, because the server by default sorts texts by their
 * first 1,024 bytes only. The sort
 * buffer must hold fifteen rows of such keys or the statement fails, so it has room for sixteen
 * keys. `autocommit` lets every statement see the present. MariaDB remembers what a condition through a link
 * came to for a value, and takes what the column's collation takes for equal for the same value; MySQL does
 * not, and takes the setting for a comment.
 */
const settings = [
  `SET NAMES utf8mb4 COLLATE utf8mb4_bin,
       /*M! SESSION optimizer_switch = 'subquery_cache=off', */
       SESSION sql_mode = 'ALLOW_INVALID_DATES',
       SESSION time_zone = '+00:00',
       SESSION max_sort_length = 16384,
       SESSION sort_buffer_size = GREATEST(@@SESSION.sort_buffer_size, 4194304),
       SESSION autocommit = 1`,
  'SET SESSION TRANSACTION READ ONLY',
];

/** @throws {Error} where a file of the address's TLS cannot be read */
export function connectionOptions({ tls, ...address }: MysqlAddress): ConnectionOptions {
  return {
    ...address,
    ...(tls && { ssl: readTls(tls, mysqlTlsParameters) }),
    charset: 'utf8mb4_bin',
    connectTimeout,
    rowsAsArray: true,
    // Days, whole numbers beyond 2^53 and decimals come as texts, which lose nothing. So does JSON,
    // which MariaDB keeps in columns of text.
    dateStrings: true,
    supportBigNumbers: true,
    jsonStrings: true,
    // The server allows 16,382 for all its connections.
    maxPreparedStatements: 200,
  };
}

/**
 * Ignores error events, because one without a listener would end the process. Callbacks tell those
 * who wait.
 */
export function ignoreErrors(connection: Connection): void {
  connection.on('error', () => undefined);
}

export interface OpenPool {
  readonly pool: Pool;
  /** The connections that are open now. */
  readonly connections: ReadonlySet<Connection>;
}

/**
 * Opens the connections for the statements of one source.
 *
 * @param connectionLimit the most connections of one gateway process
 */
export function openPool(options: ConnectionOptions, connectionLimit: number): OpenPool {
  const pool = createPool({ ...options, connectionLimit });
  const connections = new Set<Connection>();
  pool.on('connection', (connection) => {
    ignoreErrors(connection);
    connections.add(connection);
    const forget = (): void => {
      connections.delete(connection);
    };
    connection.once('end', forget);
    connection.once('error', forget);
    for (const setting of settings) {
      // Statements queue behind these, and fail with a connection that could not be set.
      connection.query(setting, (error) => {
        if (error) cut(connection);
      });
    }
  });
  return { pool, connections };
}
