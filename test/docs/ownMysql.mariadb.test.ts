import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import mysql from 'mysql2/promise';

import { projectDir } from '../../src/start/projectDir.js';
import { mariadbUrl } from '../support/mariadb.js';
import {
  dataDir,
  spawnGateway,
  type Environment,
  type SpawnedGateway,
} from '../support/spawnGateway.js';

import { blocksOf, ownMysql, readmes, section } from './markdown.js';

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
  const folder = dataDir();
  let owner: mysql.Connection | undefined;
  let gateway: SpawnedGateway | undefined;

  function write(file: string, text: string): void {
    mkdirSync(dirname(join(folder.dir, file)), { recursive: true });
    writeFileSync(join(folder.dir, file), text);
  }

  /** Runs lines of a shell in the folder, `npx tongdao` being this project's and `npm` nothing. */
  function shell(lines: string) {
    const ours = `
      npx() { shift; "${process.execPath}" "${projectDir}dist/demo/tongdao.js" "$@"; }
      npm() { :; }\n`;
    const { status, stdout, stderr } = spawnSync('bash', ['--norc', '-c', ours + here(lines)], {
      cwd: folder.dir,
      encoding: 'utf8',
      env: { PATH: process.env['PATH'] },
    });
    return { status, stdout, stderr };
  }

  beforeAll(async () => {
    symlinkSync(join(projectDir, 'node_modules'), join(folder.dir, 'node_modules'));
    owner = await mysql.createConnection({ uri: mariadbUrl, multipleStatements: true });
    await owner.query(here(sql));
    write('own/catalogs/library.graphql', catalog);
    write('own/client.mjs', client);
  });
  afterAll(async () => {
    await gateway?.kill();
    await owner?.query(`DROP DATABASE ${names.city_library}; DROP USER ${names.library_reader}`);
    await owner?.end();
    folder.remove();
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
    write('slip/catalogs/library.graphql', catalog.replace('phone: ', 'mobile: '));
    const linesOfSlip = checkLines.replace('=own/', '=slip/');
    expect(shell(linesOfSlip)).toEqual({ status: 1, stdout: slip, stderr: '' });
    expect(shell(checkLines)).toEqual({ status: 0, stdout: checked, stderr: '' });
  });

  it('starts and answers so', async () => {
    const { stdout: publicHalf } = shell('node own/client.mjs');
    expect(policy).toContain('"x": "<the public half>"');
    write('own/policy.json', policy.replace('<the public half>', publicHalf.trim()));

    const { stdout: told } = shell(
      `${checkLines}${startLines}node -p 'JSON.stringify(process.env)'`,
    );
    const environment = JSON.parse(told.trim().split('\n').at(-1)!) as Environment;
    const settings = Object.entries(environment)
      .filter(([name]) => name.startsWith('TONGDAO_'))
      .map(([name, value]) => [name, value.replace(/^own\//, `${folder.dir}/own/`)] as const);
    expect(settings.map(([name]) => name).sort()).toEqual([
      'TONGDAO_CATALOG_DIR',
      'TONGDAO_MASTER_KEY',
      'TONGDAO_MODE',
      'TONGDAO_POLICY_FILE',
      'TONGDAO_SOURCES',
    ]);
    gateway = await spawnGateway(join(folder.dir, 'data'), Object.fromEntries(settings));
    await gateway.ready();

    const asked = shell(askLines.replace('http://127.0.0.1:4000', gateway.address));
    expect([asked.status, asked.stderr]).toEqual([0, '']);
    expect(JSON.parse(asked.stdout)).toEqual({
      data: JSON.parse(answer) as unknown,
      extensions: expect.anything() as unknown,
    });
    expect(readFileSync(join(folder.dir, 'data', 'record.jsonl'), 'utf8')).toContain('ReaderCard');
  }, 30_000);

  it('reads as a user that may do nothing else', async () => {
    const uri = here('mysql://library_reader:change-me@127.0.0.1:3306/city_library');
    const reader = await mysql.createConnection({ uri });
    await expect(reader.query('DELETE FROM reader_card')).rejects.toThrow(/denied/);
    await reader.end();
  });
});
