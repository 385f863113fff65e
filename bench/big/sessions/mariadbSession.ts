import { createPool, type Pool } from 'mysql2';

import { parseMysqlAddress } from '../../../src/address/mysqlAddress.js';
import { connectionOptions, openPool } from '../../../src/sources/mysql/openPool.js';

import type { RawRow, Session, Settings } from './session.js';

function open(url: string, settings: Settings): Pool {
  if (settings === 'ofGateway') return openPool(connectionOptions(parseMysqlAddress(url)), 1).pool;
  return createPool({ uri: url, connectionLimit: 1, rowsAsArray: true, dateStrings: true });
}

/** A pool of one connection, since what it has read is counted by connection. */
export function mariadbSession(url: string, settings: Settings): Session {
  const pool = open(url, settings).promise();
  const run: Session['run'] = async ({ sql, parameters }) => {
    const [rows] = await pool.execute(sql, [...parameters]);
    return rows as unknown as readonly RawRow[];
  };
  /** How many rows of tables and indexes the connection has read so far; MySQL does not tell. */
  const read = async (): Promise<number | null> => {
    const [rows] = await pool.query(`SHOW SESSION STATUS LIKE 'Rows\\_read'`);
    const [told] = rows as unknown as readonly RawRow[];
    return told ? Number(told[1]) : null;
  };
  return {
    run,
    async examined(statement) {
      const before = await read();
      await run(statement);
      const after = await read();
      return before === null || after === null ? null : after - before;
    },
    close: () => pool.end(),
  };
}
