import { readDatabaseUrl } from './databaseUrl.js';
import { mysqlTls } from './mysqlTls.js';
import type { TlsDemand } from './tlsDemand.js';

/** Where a database is, who reads it, and what its server must show. */
export interface MysqlAddress {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly database: string;
  /** Null where the connection is in clear. */
  readonly tls: TlsDemand | null;
}

const kind = { name: 'MySQL', scheme: 'mysql', port: 3306 };

/**
 * Reads `mysql://user:password@host:port/database`; the password and the port may be left out. What
 * follows a `?`, or the scheme `mysqls`, asks for TLS.
 *
 * @throws {Error} saying what is wrong, with no part of the URL
 */
export function parseMysqlAddress(url: string): MysqlAddress {
  const { protocol, search, ...address } = readDatabaseUrl(url, kind);
  return { ...address, tls: mysqlTls(protocol === 'mysqls:', address.host, search) };
}
