import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createConnection } from 'mysql2/promise';

import { ControlStore } from '../../src/control/store/controlStore.js';
import type { ExchangeError } from '../../src/errors/exchangeError.js';
import { isIn } from '../../src/source/request/filter.js';
import { openSource } from '../../src/sources/openSource.js';
import { columnOf } from '../contract/source.js';
import { inArrays } from '../support/inArrays.js';
import { mariadbUrl } from '../support/mariadb.js';
import { openAuthority } from '../support/ownCertificates.js';
import { openOwnMariadb, type OwnServer } from '../support/ownServers.js';
import { openSilentProxy } from '../support/silentProxy.js';
import { temporaryFolder } from '../support/temporaryFolder.js';

const { dir, remove } = temporaryFolder();
const city = openAuthority(dir, 'city');
const stranger = openAuthority(dir, 'stranger');
const own = city.issue('gateway', 'DNS:gateway');

/** What the server shows now. */
const shown = { certificate: join(dir, 'shown.pem'), key: join(dir, 'shown.key') };
function show({ certificate, key }: typeof shown): void {
  copyFileSync(certificate, shown.certificate);
  copyFileSync(key, shown.key);
}

let server: OwnServer;
async function asOwner(...statements: readonly string[]): Promise<void> {
  const owner = await createConnection({ uri: server.url });
  for (const statement of statements) await owner.query(statement);
  await owner.end();
}

beforeAll(async () => {
  show(city.issue('server', 'DNS:localhost'));
  server = await openOwnMariadb(dir, [
    `--ssl-ca=${city.ca}`,
    `--ssl-cert=${shown.certificate}`,
    `--ssl-key=${shown.key}`,
  ]);
  await asOwner(
    'CREATE DATABASE library CHARACTER SET utf8mb4',
    'CREATE TABLE library.book (id INT PRIMARY KEY)',
    'INSERT INTO library.book VALUES (7)',
    'CREATE USER plain',
    'CREATE USER encrypted REQUIRE SSL',
    'CREATE USER known REQUIRE X509',
    'GRANT ALL ON *.* TO plain, encrypted, known',
  );
});
afterAll(async () => {
  await server.stop();
  remove();
});

function urlOf(given: string, user = 'encrypted', scheme = 'mysql', host = 'localhost'): string {
  return `${scheme}://${user}@${host}:${server.port}/library${given}`;
}
const trusted = () => `ssl-ca=${city.ca}`;

/** Reads the one row of the one table. */
async function readOne(url: string, limits = {}): Promise<string> {
  const source = inArrays(openSource(url, { limits }));
  try {
    const id = columnOf(await source.shape(), 'book', 'id');
    const filter = isIn(id, [7]);
    const request = { table: 'book', columns: [id], filter, orderBy: [], limit: null };
    return JSON.stringify(await source.fetch(request, { asker: 'one' }));
  } catch (error) {
    return (error as ExchangeError).code;
  } finally {
    await source.close();
  }
}

async function openControl(url: string): Promise<string> {
  try {
    const store = await ControlStore.open(url);
    await store.close();
    return 'opened';
  } catch (error) {
    return (error as Error).message;
  }
}

describe('D9: a source and a control database over TLS', () => {
  it('are read where the server shows a certificate of the stated authority for its name', async () => {
    for (const url of [
      urlOf(`?ssl=true&${trusted()}`),
      urlOf(`?ssl-mode=VERIFY_IDENTITY&${trusted()}`),
      urlOf(`?${trusted()}`, 'encrypted', 'mysqls'),
    ]) {
      expect(await readOne(url)).toBe('[[7]]');
      expect(await openControl(url)).toBe('opened');
    }
  });

  it('and not in clear, where their user may not', async () => {
    expect(await readOne(urlOf(''))).toBe('SOURCE_UNAVAILABLE');
    expect(await readOne(urlOf('', 'plain'))).toBe('[[7]]');
  });

  it('are not read from a server of another authority, nor of one that the machine does not know', async () => {
    for (const given of [`?ssl-ca=${stranger.ca}`, '?ssl=true']) {
      expect(await readOne(urlOf(given, 'plain'))).toBe('SOURCE_UNAVAILABLE');
      expect(await openControl(urlOf(given, 'plain'))).toBe(
        'TONGDAO_CONTROL: the control database cannot be opened',
      );
    }
  });

  it('are not read in clear from a server without TLS that stands in its place', async () => {
    const { port } = new URL(mariadbUrl);
    const url = `mysql://root@localhost:${port || 3306}/test?${trusted()}`;
    expect(await readOne(url)).toBe('SOURCE_UNAVAILABLE');
    expect(await openControl(url)).toMatch(/cannot be opened/);
  });

  it('show who they are to a server that asks', async () => {
    const known = `?${trusted()}&ssl-cert=${own.certificate}&ssl-key=${own.key}`;
    expect(await readOne(urlOf(known, 'known'))).toBe('[[7]]');
    expect(await openControl(urlOf(known, 'known'))).toBe('opened');
    expect(await readOne(urlOf(`?${trusted()}`, 'known'))).toBe('SOURCE_UNAVAILABLE');
  });

  it('say which file cannot be read, and not where it was looked for', () => {
    writeFileSync(join(dir, 'none.pem'), 'no certificate');
    const what = 'names a file that holds certificates in PEM and can be read; this one does not.';
    for (const file of ['absent.pem', 'none.pem']) {
      const url = urlOf(`?ssl-ca=${join(dir, file)}`);
      expect(() => openSource(url, {})).toThrow(new Error(`ssl-ca ${what}`));
    }
    const url = urlOf(`?ssl-cert=${own.certificate}&ssl-key=${own.certificate}`);
    expect(() => openSource(url, {})).toThrow(
      'ssl-key names a file that holds a private key without a password in PEM',
    );
  });

  it('are given up and opened anew where the way to them falls silent', async () => {
    const proxy = await openSilentProxy(server.port);
    const url = urlOf(`?${trusted()}`).replace(`:${server.port}`, `:${proxy.port}`);
    const source = inArrays(openSource(url, { limits: { timeout: 500 } }));
    const id = columnOf(await source.shape(), 'book', 'id');
    const filter = isIn(id, [7]);
    const request = { table: 'book', columns: [id], filter, orderBy: [], limit: null };
    const ask = async () => {
      try {
        return JSON.stringify(await source.fetch(request, { asker: 'one' }));
      } catch (error) {
        return (error as ExchangeError).code;
      }
    };
    expect(await ask()).toBe('[[7]]');
    proxy.silence();
    expect(await ask()).toBe('SOURCE_TIMEOUT');
    let answer = '';
    while (answer !== '[[7]]') answer = await ask();
    await source.close();
    await proxy.close();
  });

  describe('of a server whose certificate is for another name', () => {
    beforeAll(async () => {
      show(city.issue('other', 'DNS:other.example'));
      await asOwner('FLUSH SSL');
    });
    it('are not read, but where any server of the authority will do', async () => {
      expect(await readOne(urlOf(`?${trusted()}`))).toBe('SOURCE_UNAVAILABLE');
      expect(await openControl(urlOf(`?${trusted()}`))).toMatch(/cannot be opened/);
      const any = urlOf(`?ssl-mode=VERIFY_CA&${trusted()}`, 'encrypted', 'mysql', '127.0.0.1');
      expect(await readOne(any)).toBe('[[7]]');
      expect(await openControl(any)).toBe('opened');
      const another = urlOf(`?ssl-mode=VERIFY_CA&ssl-ca=${stranger.ca}`);
      expect(await readOne(another)).toBe('SOURCE_UNAVAILABLE');
    });
  });
});
