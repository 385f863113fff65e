import { describe, expect, it } from '@jest/globals';

import { parseMysqlAddress } from '../../../src/address/mysqlAddress.js';

describe('the URL of a MySQL database', () => {
  it.each([
    [
      'mysql://reader:word@db.example:3307/population',
      {
        host: 'db.example',
        port: 3307,
        user: 'reader',
        password: 'word',
        database: 'population',
        tls: null,
      },
    ],
    [
      'mysql://reader@127.0.0.1/population',
      {
        host: '127.0.0.1',
        port: 3306,
        user: 'reader',
        password: '',
        database: 'population',
        tls: null,
      },
    ],
    [
      'mysql://r%40x:p%2Fw%3A%25@[2001:db8::1]:3306/%E4%BA%BA%E5%8F%A3%2Fx',
      {
        host: '2001:db8::1',
        port: 3306,
        user: 'r@x',
        password: 'p/w:%',
        database: '人口/x',
        tls: null,
      },
    ],
  ])('%s', (url, address) => {
    expect(parseMysqlAddress(url)).toEqual(address);
  });

  it.each([
    [
      'mysql://reader:s3cret@host:port/db',
      'A URL of MySQL is mysql://user:password@host:port/database; this one does not parse.',
    ],
    [
      'mysql://reader:s3cret@/db',
      'A URL of MySQL is mysql://user:password@host:port/database; this one does not parse.',
    ],
    ['mysql:///db', 'A URL of MySQL names a host; this one has none.'],
    ['mysql://s3cret.host/db', 'A URL of MySQL names a user; this one has none.'],
    [
      'mysql://reader:s3cret@host',
      'A URL of MySQL names one database after its host: …host:port/database.',
    ],
    [
      'mysql://reader:s3cret@host/',
      'A URL of MySQL names one database after its host: …host:port/database.',
    ],
    [
      'mysql://reader:s3cret@host/a/b',
      'A URL of MySQL names one database after its host: …host:port/database.',
    ],
    [
      'mysql://reader:s3cret%@host/db',
      'The password in a URL of MySQL has each % written as %25, other signs as %XX of UTF-8.',
    ],
    ['mysql://reader:s3cret@host/db#s3cret', 'A URL of MySQL has no #; write one in it as %23.'],
  ])('refuses %s without a part of it', (url, message) => {
    const refuse = () => parseMysqlAddress(url);
    expect(refuse).toThrow(new Error(message));
    expect(message).not.toMatch(/s3cret|reader/);
  });
});

const parts = {
  unknown:
    'A URL of MySQL takes ssl, ssl-mode, ssl-ca, ssl-cert and ssl-key, each once, after its ?.',
  ssl: 'In a URL of MySQL, ssl is true or false.',
  mode: 'In a URL of MySQL, ssl-mode is VERIFY_IDENTITY, VERIFY_CA or DISABLED: a server that nobody verified may be anybody.',
  none: 'A URL of MySQL that asks for TLS does not turn it off as well.',
  ca: 'ssl-mode=VERIFY_CA asks for any server of one authority: ssl-ca names the file of that one.',
  own: 'In a URL of MySQL, ssl-cert and ssl-key stand together.',
};

describe('what the URL of a MySQL database asks of TLS', () => {
  const identity = { verifies: 'IDENTITY', caFile: null, own: null };
  it.each([
    ['mysql://r@host/db', null],
    ['mysql://r@host/db?ssl=false', null],
    ['mysql://r@host/db?ssl-mode=disabled', null],
    ['mysqls://r@host/db', identity],
    ['mysql://r@host/db?ssl=true', identity],
    ['mysqls://r@host/db?ssl=true&ssl-mode=VERIFY_IDENTITY', identity],
    ['mysql://r@host/db?ssl-mode=verify_identity', identity],
    ['mysql://r@host/db?ssl-ca=/etc/ca.pem', { ...identity, caFile: '/etc/ca.pem' }],
    [
      'mysql://r@10.0.0.7/db?ssl-mode=VERIFY_CA&ssl-ca=%2Fetc%2F%E5%B8%82%20ca.pem',
      { verifies: 'CA', caFile: '/etc/市 ca.pem', own: null },
    ],
    [
      'mysqls://r@host/db?ssl-cert=a.pem&ssl-key=b.pem',
      { ...identity, own: { certificateFile: 'a.pem', keyFile: 'b.pem' } },
    ],
  ])('%s', (url, tls) => {
    expect(parseMysqlAddress(url).tls).toEqual(tls);
  });

  it.each([
    ['mysql://s3cret@host/db?sslmode=require', parts.unknown],
    ['mysql://s3cret@host/db?ssl=true&ssl=false', parts.unknown],
    ['mysql://s3cret@host/db?ssl-ca=', parts.unknown],
    ['mysql://s3cret@host/db?ssl=s3cret', parts.ssl],
    ['mysql://s3cret@host/db?ssl-mode=REQUIRED', parts.mode],
    ['mysql://s3cret@host/db?ssl-mode=PREFERRED', parts.mode],
    ['mysqls://s3cret@host/db?ssl=false', parts.none],
    ['mysqls://s3cret@host/db?ssl-mode=DISABLED', parts.none],
    ['mysql://s3cret@host/db?ssl=true&ssl-mode=DISABLED', parts.none],
    ['mysql://s3cret@host/db?ssl=false&ssl-mode=VERIFY_IDENTITY', parts.none],
    ['mysql://s3cret@host/db?ssl=false&ssl-ca=s3cret', parts.none],
    ['mysql://s3cret@host/db?ssl-mode=VERIFY_CA', parts.ca],
    ['mysqls://s3cret@host/db?ssl-key=s3cret', parts.own],
    [
      'mysqls://s3cret@10.0.0.7/db',
      'A certificate is verified against the name of a host: name the host in the place of its IP address, or state ssl-mode=VERIFY_CA and ssl-ca.',
    ],
  ])('is refused in %s', (url, message) => {
    expect(() => parseMysqlAddress(url)).toThrow(new Error(message));
    expect(message).not.toContain('s3cret');
  });
});
