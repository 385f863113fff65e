import { describe, expect, it } from '@jest/globals';

import { parsePostgresAddress } from '../../../src/address/postgresAddress.js';

describe('the URL of a PostgreSQL database', () => {
  it.each([
    [
      'postgres://reader:word@db.example:5433/population',
      {
        host: 'db.example',
        port: 5433,
        user: 'reader',
        password: 'word',
        database: 'population',
        schema: 'public',
        tls: null,
      },
    ],
    [
      'postgresql://r%40x:p%2Fw%3A%25@[2001:db8::1]/%E4%BA%BA%E5%8F%A3?schema=%E5%B8%82%20a',
      {
        host: '2001:db8::1',
        port: 5432,
        user: 'r@x',
        password: 'p/w:%',
        database: '人口',
        schema: '市 a',
        tls: null,
      },
    ],
  ])('%s', (url, address) => {
    expect(parsePostgresAddress(url)).toEqual(address);
  });

  it.each([
    [
      'postgres://reader:s3cret@host:port/db',
      'A URL of PostgreSQL is postgres://user:password@host:port/database; this one does not parse.',
    ],
    ['postgres:///db', 'A URL of PostgreSQL names a host; this one has none.'],
    ['postgres://s3cret.host/db', 'A URL of PostgreSQL names a user; this one has none.'],
    [
      'postgres://reader:s3cret@host/a/b',
      'A URL of PostgreSQL names one database after its host: …host:port/database.',
    ],
    [
      'postgres://reader:s3cret%@host/db',
      'The password in a URL of PostgreSQL has each % written as %25, other signs as %XX of UTF-8.',
    ],
    [
      'postgres://reader:s3cret@host/db#s3cret',
      'A URL of PostgreSQL has no #; write one in it as %23.',
    ],
  ])('refuses %s without a part of it', (url, message) => {
    expect(() => parsePostgresAddress(url)).toThrow(new Error(message));
    expect(message).not.toMatch(/s3cret|reader/);
  });
});

const parts = {
  unknown:
    'A URL of PostgreSQL takes schema, sslmode, sslrootcert, sslcert and sslkey, each once, after its ?.',
  mode: 'In a URL of PostgreSQL, sslmode is verify-full, verify-ca or disable: a server that nobody verified may be anybody.',
  none: 'A URL of PostgreSQL that asks for TLS does not turn it off as well.',
  ca: 'sslmode=verify-ca asks for any server of one authority: sslrootcert names the file of that one.',
  own: 'In a URL of PostgreSQL, sslcert and sslkey stand together.',
};

describe('what the URL of a PostgreSQL database asks of TLS', () => {
  const identity = { verifies: 'IDENTITY', caFile: null, own: null };
  it.each([
    ['postgres://r@host/db?sslmode=disable', null],
    ['postgres://r@host/db?sslmode=verify-full', identity],
    ['postgres://r@host/db?sslrootcert=/etc/ca.pem', { ...identity, caFile: '/etc/ca.pem' }],
    [
      'postgres://r@10.0.0.7/db?sslmode=verify-ca&sslrootcert=%2Fetc%2F%E5%B8%82%20ca.pem',
      { verifies: 'CA', caFile: '/etc/市 ca.pem', own: null },
    ],
    [
      'postgres://r@host/db?sslcert=a.pem&sslkey=b.pem',
      { ...identity, own: { certificateFile: 'a.pem', keyFile: 'b.pem' } },
    ],
  ])('%s', (url, tls) => {
    expect(parsePostgresAddress(url).tls).toEqual(tls);
  });

  it.each([
    ['postgres://s3cret@host/db?ssl=true', parts.unknown],
    ['postgres://s3cret@host/db?options=-c%20s3cret', parts.unknown],
    ['postgres://s3cret@host/db?sslmode=disable&sslmode=verify-full', parts.unknown],
    ['postgres://s3cret@host/db?schema=', parts.unknown],
    ['postgres://s3cret@host/db?sslmode=require', parts.mode],
    ['postgres://s3cret@host/db?sslmode=prefer', parts.mode],
    ['postgres://s3cret@host/db?sslmode=no-verify', parts.mode],
    ['postgres://s3cret@host/db?sslmode=disable&sslrootcert=s3cret', parts.none],
    ['postgres://s3cret@host/db?sslmode=verify-ca', parts.ca],
    ['postgres://s3cret@host/db?sslkey=s3cret', parts.own],
  ])('is refused in %s', (url, message) => {
    expect(() => parsePostgresAddress(url)).toThrow(new Error(message));
    expect(message).not.toContain('s3cret');
  });
});
