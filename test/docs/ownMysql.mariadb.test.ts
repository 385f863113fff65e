import { randomBytes } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import mysql from 'mysql2/promise';

import { mariadbUrl } from '../support/mariadb.js';

import { blocksOf, ownMysql, readmes, section } from './markdown.js';
import { OwnLibrary } from './ownLibrary.js';

const [english, chinese] = readmes.map((file) => blocksOf(section(file, ownMysql[file])));
const texts = english!.map(({ text }) => text);
const [sql, catalog, checkLines, checked, slip, client, policy, startLines, askLines, answer] =
  texts as [string, string, string, string, string, string, string, string, string, string];

/** The file that a block is, as the paragraph before it names it. */
function fileOf(text: string): readonly string[] {
  return [english, chinese].map((blocks) => {
    const lead = blocks!.find((block) => block.text === text)?.lead ?? '';
    return /`(own\/[^`]+)`/.exec(lead)?.[1] ?? 'none';
  });
}

// A database and a user that no other run knows, on the server that there is for tests.
const run = `${process.pid}_${randomBytes(3).toString('hex')}`;
const names = { city_library: `library_${run}`, library_reader: `reader_${run}` };
const here = (text: string) =>
  text
    .replaceAll('city_library', names.city_library)
    .replaceAll('library_reader', names.library_reader)
    .replaceAll('127.0.0.1:3306', new URL(mariadbUrl).host);

describe('what README.md shows on one’s own MySQL', () => {
  const library = new OwnLibrary(
    { catalog, client, policy, checkLines, startLines, askLines },
    here,
  );
  let owner: mysql.Connection | undefined;

  beforeAll(async () => {
    owner = await mysql.createConnection({ uri: mariadbUrl, multipleStatements: true });
    await owner.query(here(sql));
  });
  afterAll(async () => {
    await library.remove();
    await owner?.query(`DROP DATABASE ${names.city_library}; DROP USER ${names.library_reader}`);
    await owner?.end();
  });

  it('names its files before it shows them', () => {
    expect([catalog, client, policy].map(fileOf)).toEqual(
      ['own/catalogs/library.graphql', 'own/client.mjs', 'own/policy.json'].map((file) => [
        file,
        file,
      ]),
    );
  });

  it('is checked: there is no fault, but for a slip', () => {
    library.write('slip/catalogs/library.graphql', catalog.replace('phone: ', 'mobile: '));
    const linesOfSlip = checkLines.replace('=own/', '=slip/');
    expect(library.shell(linesOfSlip)).toEqual({ status: 1, stdout: slip, stderr: '' });
    expect(library.shell(checkLines)).toEqual({ status: 0, stdout: checked, stderr: '' });
  });

  it('starts and answers so', async () => {
    expect(policy).toContain('"x": "<the public half>"');
    const { settings, asked, record } = await library.startAndAsk();
    expect(settings).toEqual([
      'TONGDAO_CATALOG_DIR',
      'TONGDAO_MASTER_KEY',
      'TONGDAO_MODE',
      'TONGDAO_POLICY_FILE',
      'TONGDAO_SOURCES',
    ]);
    expect([asked.status, asked.stderr]).toEqual([0, '']);
    expect(JSON.parse(asked.stdout)).toEqual({
      data: JSON.parse(answer) as unknown,
      extensions: expect.anything() as unknown,
    });
    expect(record).toContain('ReaderCard');
  }, 30_000);

  it('reads as a user that may do nothing else', async () => {
    const uri = here('mysql://library_reader:change-me@127.0.0.1:3306/city_library');
    const reader = await mysql.createConnection({ uri });
    await expect(reader.query('DELETE FROM reader_card')).rejects.toThrow(/denied/);
    await reader.end();
  });
});
