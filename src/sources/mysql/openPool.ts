import { createPool, type Connection, type ConnectionOptions, type Pool } from 'mysql2';

import type { Address } from './address.js';

/** Connections of one gateway process to one source. */
const connectionLimit = 16;

/**
 * What every connection is set to before its first statement, whatever the server's defaults are.
 * `sql_mode` empty: no blanks are added to CHAR, no quotes change their meaning. `max_sort_length`:
 * the server sorts texts by their first 1,024 bytes unless told otherwise; here by 16 KiB, and the
 * sort buffer must hold fifteen rows of such keys or the statement fails, so that it has room for
 * sixteen keys. `autocommit`: every statement sees the present.
 */
const settings = [
  `SET NAMES utf8mb4 COLLATE utf8mb4_bin,
       SESSION sql_mode = '',
       SESSION time_zone = '+00:00',
       SESSION max_sort_length = 16384,
       SESSION sort_buffer_size = GREATEST(@@SESSION.sort_buffer_size, 4194304),
       SESSION autocommit = 1`,
  'SET SESSION TRANSACTION READ ONLY',
];

export function connectionOptions(address: Address): ConnectionOptions {
  return {
    ...address,
    charset: 'utf8mb4_bin',
    rowsAsArray: true,
    // Days, whole numbers beyond 2^53 and decimals come as texts, which lose nothing; and so does
    // JSON, which MariaDB keeps in columns of text.
    dateStrings: true,
    supportBigNumbers: true,
    jsonStrings: true,
    // Of the server's 16,382 for all its connections.
    maxPreparedStatements: 200,
  };
}

/** An error event that nobody listens to would end the process; whoever waits hears by callback. */
export function ignoreErrors(connection: Connection): void {
  connection.on('error', () => undefined);
}

/** Opens the connections that statements of a source run on. */
export function openPool(address: Address): Pool {
  const pool = createPool({ ...connectionOptions(address), connectionLimit });
  pool.on('connection', (connection) => {
    ignoreErrors(connection);
    for (const setting of settings) {
      // Statements wait their turn behind these, and fail with a connection that could not be set.
      connection.query(setting, (error) => {
        if (error) connection.destroy();
      });
    }
  });
  return pool;
}
