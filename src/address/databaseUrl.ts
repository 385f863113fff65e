/** A kind of database, as errors of its URLs call it. */
export interface DatabaseKind {
  readonly name: string;
  /** The scheme that errors show. */
  readonly scheme: string;
  /** The port where a URL states none. */
  readonly port: number;
}

/** The parts of a URL that names a database. */
export interface DatabaseUrl {
  readonly protocol: string;
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly database: string;
  /** All from the `?` on. */
  readonly search: string;
}

function decode(of: string, part: string, text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new Error(
      `The ${part} in a URL of ${of} has each % written as %25, other signs as %XX of UTF-8.`,
    );
  }
}

/** The error of the standard parser holds the text that it was given, password and all. */
function parse(url: string, { name, scheme }: DatabaseKind): URL {
  if (!URL.canParse(url)) {
    throw new Error(
      `A URL of ${name} is ${scheme}://user:password@host:port/database; this one does not parse.`,
    );
  }
  return new URL(url);
}

/**
 * Reads `<scheme>://user:password@host:port/database`; the password and the port may be left out.
 *
 * @throws {Error} saying what is wrong, with no part of the URL
 */
export function readDatabaseUrl(url: string, kind: DatabaseKind): DatabaseUrl {
  const { name } = kind;
  const { protocol, hostname, port, username, password, pathname, search, hash } = parse(url, kind);
  const database = decode(name, 'database', pathname.slice(1));
  if (hostname === '') throw new Error(`A URL of ${name} names a host; this one has none.`);
  if (username === '') throw new Error(`A URL of ${name} names a user; this one has none.`);
  if (database === '' || pathname.indexOf('/', 1) !== -1) {
    throw new Error(`A URL of ${name} names one database after its host: …host:port/database.`);
  }
  if (hash !== '') throw new Error(`A URL of ${name} has no #; write one in it as %23.`);
  return {
    protocol,
    // An IPv6 address stands in brackets in a URL, and nowhere else.
    host: decode(name, 'host', hostname.replace(/^\[(.*)\]$/, '$1')),
    port: port === '' ? kind.port : Number(port),
    user: decode(name, 'user', username),
    password: decode(name, 'password', password),
    database,
    search,
  };
}
