import { describe, expect, it } from '@jest/globals';

import { parseAddress } from '../../../src/sources/mysql/address.js';

describe('the URL of a MySQL database', () => {
  it.each([
    [
      'mysql://reader:word@db.example:3307/population',
      { host: 'db.example', port: 3307, user: 'reader', password: 'word', database: 'population' },
    ],
    [
      'mysql://reader@127.0.0.1/population',
      { host: '127.0.0.1', port: 3306, user: 'reader', password: '', database: 'population' },
    ],
    [
      'mysql://r%40x:p%2Fw%3A%25@[2001:db8::1]:3306/%E4%BA%BA%E5%8F%A3%2Fx',
      { host: '2001:db8::1', port: 3306, user: 'r@x', password: 'p/w:%', database: '人口/x' },
    ],
  ])('%s', (url, address) => {
    expect(parseAddress(url)).toEqual(address);
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
    [
      'mysql://reader:s3cret@host/db?ssl=x',
      'A URL of MySQL ends with the database; write ? and # in it as %3F and %23.',
    ],
  ])('refuses %s without a part of it', (url, message) => {
    const refuse = () => parseAddress(url);
    expect(refuse).toThrow(new Error(message));
    expect(message).not.toMatch(/s3cret|reader/);
  });
});
