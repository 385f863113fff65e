import { readDatabaseUrl } from './databaseUrl.js';
import { postgresTls } from './postgresTls.js';
import type { TlsDemand } from './tlsDemand.js';

/** Where a schema of a database is, who reads it, and what its server must show. */
export interface PostgresAddress {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly database: string;
  readonly schema: string;
  /** Null where the connection is in clear. */
  readonly tls: TlsDemand | null;
}

const kind = { name: 'PostgreSQL', scheme: 'postgres', port: 5432 };
const names = ['schema', 'sslmode', 'sslrootcert', 'sslcert', 'sslkey'];

function readSearch(search: string): Readonly<Record<string, string>> {
  const stated = [...new URLSearchParams(search)];
  const isEach = stated.every(([name, value]) => names.includes(name) && value !== '');
  const all = Object.fromEntries(stated);
  if (isEach && Object.keys(all).length === stated.length) return all;
  throw new Error(
    'A URL of PostgreSQL takes schema, sslmode, sslrootcert, sslcert and sslkey, each once, after its ?.',
  );
}

/**
 * Reads `postgres://user:password@host:port/database`, or the same with `postgresql`; the password and
 * the port may be left out. After a `?`, `schema` names what is read instead of `public`, and what begins
 * with `ssl` asks for TLS.
 *
 * @throws {Error} saying what is wrong, with no part of the URL
 */
export function parsePostgresAddress(url: string): PostgresAddress {
  const { host, port, user, password, database, search } = readDatabaseUrl(url, kind);
  const { schema = 'public', ...tls } = readSearch(search);
  return { host, port, user, password, database, schema, tls: postgresTls(tls) };
}
