import { randomBytes } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';

import { postgresUrl } from '../support/postgres.js';

import { blocksOf, ownMysql, ownPostgres, readmes, section } from './markdown.js';
import { OwnLibrary } from './ownLibrary.js';

const [english, chinese] = readmes.map((file) => blocksOf(section(file, ownPostgres[file])));
const [sql, checkLines, checked] = english!.map(({ text }) => text) as [string, string, string];
// All else is as it is on MySQL.
const ofMysql = blocksOf(section('README.md', ownMysql['README.md'])).map(({ text }) => text);
const [, catalog, , , , client, policy, startLines, askLines, answer] = ofMysql as [
  ...[string, string, string, string, string, string, string, string, string, string],
];

// A database and a user that no other run knows, on the server that there is for tests.
const run = `${process.pid}_${randomBytes(3).toString('hex')}`;
const names = { city_library: `tongdao_library_${run}`, library_reader: `reader_${run}` };
const base = postgresUrl.replace(/\/$/, '');
const here = (text: string) =>
  text
    .replaceAll('city_library', names.city_library)
    .replaceAll('library_reader', names.library_reader)
    .replaceAll('127.0.0.1:5432', new URL(postgresUrl).host);

async function connect(connectionString: string): Promise<pg.Client> {
  const connection = new pg.Client({ connectionString });
  await connection.connect();
  return connection;
}

it('both READMEs show the same on one’s own PostgreSQL', () => {
  const shown = [english, chinese].map((blocks) =>
    blocks!.map(({ language, text }) => [language, text]),
  );
  expect(shown[0]).toHaveLength(3);
  expect(shown[1]).toEqual(shown[0]);
});

describe('what README.md shows on one’s own PostgreSQL', () => {
  const library = new OwnLibrary(
    { catalog, client, policy, checkLines, startLines, askLines },
    here,
  );

  beforeAll(async () => {
    const server = await connect(`${base}/postgres`);
    await server.query(here('CREATE DATABASE city_library'));
    await server.end();
    const owner = await connect(`${base}/${names.city_library}`);
    await owner.query(here(sql));
    await owner.end();
  });
  afterAll(async () => {
    await library.remove();
    const server = await connect(`${base}/postgres`);
    await server.query(here('DROP DATABASE city_library WITH (FORCE)'));
    await server.query(here('DROP USER library_reader'));
    await server.end();
  });

  it('is checked: there is no fault', () => {
    expect(library.shell(checkLines)).toEqual({ status: 0, stdout: checked, stderr: '' });
  });

  it('starts and answers as it does on MySQL', async () => {
    const { asked, record } = await library.startAndAsk();
    expect([asked.status, asked.stderr]).toEqual([0, '']);
    expect(JSON.parse(asked.stdout)).toEqual({
      data: JSON.parse(answer) as unknown,
      extensions: expect.anything() as unknown,
    });
    expect(record).toContain('ReaderCard');
  }, 30_000);

  it('reads as a user that may do nothing else', async () => {
    const url = 'postgres://library_reader:change-me@127.0.0.1:5432/city_library';
    const reader = await connect(here(url));
    await expect(reader.query('DELETE FROM reader_card')).rejects.toThrow(/permission denied/);
    await reader.end();
  });
});
