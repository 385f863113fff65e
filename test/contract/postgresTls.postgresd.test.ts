import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';

import { SourceUnreachable } from '../../src/sources/gate/sourceUnreachable.js';
import { PostgresConnector } from '../../src/sources/postgres/postgresConnector.js';
import { openAuthority } from '../support/ownCertificates.js';
import { openOwnPostgres } from '../support/ownPostgres.js';
import { temporaryFolder } from '../support/temporaryFolder.js';

import { failureOf } from './defineFailures.js';
import { requestOf } from './postgres/useDatabase.js';

describe('a PostgreSQL that lets in nobody in clear', () => {
  const { dir, remove } = temporaryFolder();
  let server: Awaited<ReturnType<typeof openOwnPostgres>>;
  let ca: string;
  let otherCa: string;
  beforeAll(async () => {
    const authority = openAuthority(dir, 'authority');
    ca = authority.ca;
    otherCa = openAuthority(dir, 'other').ca;
    server = await openOwnPostgres(dir, authority.issue('server', 'DNS:localhost'));
    const client = new pg.Client({
      ...{ host: 'localhost', port: server.port, user: 'postgres', database: 'postgres' },
      ssl: { ca: readFileSync(ca, 'utf8') },
    });
    await client.connect();
    await client.query('CREATE TABLE t (id INTEGER PRIMARY KEY)');
    await client.query('CREATE VIEW slow AS SELECT pg_sleep(20)::text AS slept');
    await client.end();
  }, 60_000);
  afterAll(() => {
    server.stop();
    remove();
  });

  const connect = (host: string, search: string, timeout = 3_000) =>
    new PostgresConnector({
      url: `postgres://postgres@${host}:${server.port}/postgres${search}`,
      timeout,
    });
  const hintOf = async (connector: PostgresConnector) => {
    const failure: unknown = await connector.shape().catch((error: unknown) => error);
    await connector.close();
    expect(failure).toBeInstanceOf(SourceUnreachable);
    return (failure as SourceUnreachable).hint;
  };

  it.each([
    ['localhost', () => `?sslmode=verify-full&sslrootcert=${ca}`],
    ['localhost', () => `?sslrootcert=${ca}`],
    ['127.0.0.1', () => `?sslmode=verify-ca&sslrootcert=${ca}`],
  ])('is read where it shows what is asked for (%s)', async (host, search) => {
    const connector = connect(host, search());
    expect([...(await connector.shape()).keys()].toSorted()).toEqual(['slow', 't']);
    await connector.close();
  });

  const noCertificate = 'it shows no certificate that its URL would take';
  it.each([
    ['127.0.0.1', () => `?sslmode=verify-full&sslrootcert=${ca}`, noCertificate],
    ['localhost', () => '?sslmode=verify-full', noCertificate],
    ['localhost', () => `?sslmode=verify-full&sslrootcert=${otherCa}`, noCertificate],
    ['127.0.0.1', () => `?sslmode=verify-ca&sslrootcert=${otherCa}`, noCertificate],
    [
      'localhost',
      () => '',
      'it refuses this user with this password, or from here, or without TLS',
    ],
  ])('is not where it does not (%s, %#)', async (host, search, hint) => {
    expect(await hintOf(connect(host, search()))).toBe(hint);
  });

  it.each(['verify-full', 'verify-ca'])('ends a late statement (%s)', async (mode) => {
    const connector = connect('localhost', `?sslmode=${mode}&sslrootcert=${ca}`, 300);
    const slept = { name: 'slept', storage: 'TEXT', nullable: true, exact: false } as const;
    let done: Promise<unknown> = Promise.reject(new Error('nobody was told'));
    done.catch(() => undefined);
    const asking = { asker: 'one', holdUntil: (until: Promise<unknown>) => (done = until) };
    const fetch = connector.fetch(requestOf('slow', { columns: [slept] }), asking);
    expect(await failureOf(fetch)).toBe('SOURCE_TIMEOUT');
    // It is back long before it would have ended by itself, or have been cut.
    const started = performance.now();
    await expect(done).resolves.toBeUndefined();
    expect(performance.now() - started).toBeLessThan(1_500);
    await connector.close();
  });

  it('names the parameter of a file that cannot be read, and no file', () => {
    const open = () => connect('localhost', `?sslrootcert=${join(dir, 'secret.pem')}`);
    expect(open).toThrow(
      'sslrootcert names a file that holds certificates in PEM and can be read; this one does not.',
    );
  });
});
