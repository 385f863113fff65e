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

function decode(part: string, text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new Error(
      `The ${part} in a URL of MySQL has each % written as %25, other signs as %XX of UTF-8.`,
    );
  }
}

/** The error of the standard parser holds the text that it was given, password and all. */
function parse(url: string): URL {
  if (!URL.canParse(url)) {
    throw new Error(
      'A URL of MySQL is mysql://user:password@host:port/database; this one does not parse.',
    );
  }
  return new URL(url);
}

/**
 * Reads `mysql://user:password@host:port/database`; the password and the port may be left out. What
 * follows a `?`, or the scheme `mysqls`, asks for TLS.
 *
 * @throws {Error} saying what is wrong, with no part of the URL
 */
export function parseMysqlAddress(url: string): MysqlAddress {
  const { protocol, hostname, port, username, password, pathname, search, hash } = parse(url);
  const database = decode('database', pathname.slice(1));
  if (hostname === '') throw new Error('A URL of MySQL names a host; this one has none.');
  if (username === '') throw new Error('A URL of MySQL names a user; this one has none.');
  if (database === '' || pathname.indexOf('/', 1) !== -1) {
    throw new Error('A URL of MySQL names one database after its host: …host:port/database.');
  }
  if (hash !== '') throw new Error('A URL of MySQL has no #; write one in it as %23.');
  // An IPv6 address stands in brackets in a URL, and nowhere else.
  const host = decode('host', hostname.replace(/^\[(.*)\]$/, '$1'));
  return {
    host,
    port: port === '' ? 3306 : Number(port),
    user: decode('user', username),
    password: decode('password', password),
    database,
    tls: mysqlTls(protocol === 'mysqls:', host, search),
  };
}
