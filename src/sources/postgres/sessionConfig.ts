import type { ClientConfig } from 'pg';

import type { PostgresAddress } from '../../address/postgresAddress.js';
import { postgresTlsParameters } from '../../address/postgresTls.js';
import { readTls, type TlsOptions } from '../../address/readTls.js';

import { quote } from './quote.js';
import { typeParsers } from './typeParsers.js';

/** Milliseconds for a connection to be made, greetings included. */
const connectTimeout = 3_000;
/** Milliseconds beyond the deadline of a statement after which the server ends it by itself. */
const grace = 1_000;

/** The driver's words for it. */
function tlsOf({ verifyIdentity, ...options }: TlsOptions): ClientConfig['ssl'] {
  return verifyIdentity ? options : { ...options, checkServerIdentity: () => undefined };
}

/**
 * Settings of every session from its beginning, whatever the server's defaults are. The path has no
 * schema but the one that is read; behind it the server looks into its own catalog alone, and before it
 * too. Reals come with all their digits.
 */
function settings(schema: string, timeout: number): Readonly<Record<string, string>> {
  return {
    search_path: quote(schema),
    default_transaction_read_only: 'on',
    statement_timeout: String(timeout + grace),
    extra_float_digits: '3',
    DateStyle: 'ISO',
    TimeZone: 'UTC',
    client_encoding: 'UTF8',
    standard_conforming_strings: 'on',
    // Statements are short: to compile one costs more than it saves.
    jit: 'off',
  };
}

/** @throws {Error} where a file of the address's TLS cannot be read */
export function sessionConfig(
  { schema, tls, password, ...address }: PostgresAddress,
  timeout: number,
): ClientConfig {
  const stated = Object.entries(settings(schema, timeout));
  return {
    ...address,
    // As a function: without a password the driver would look for one in the environment and in files.
    password: () => password,
    ssl: tls ? tlsOf(readTls(tls, postgresTlsParameters)) : false,
    application_name: 'tongdao',
    connectionTimeoutMillis: connectTimeout,
    keepAlive: true,
    options: stated
      .map(([name, value]) => `-c ${name}=${value.replace(/[\\\s]/g, '\\$&')}`)
      .join(' '),
    types: typeParsers,
  };
}
