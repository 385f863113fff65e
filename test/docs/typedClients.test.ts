import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { projectDir } from '../../src/start/projectDir.js';
import { dataDir, spawnGateway, type SpawnedGateway } from '../support/spawnGateway.js';

import { blocksOf, readmes, section } from './markdown.js';

const headings = { 'README.md': 'Typed clients', 'README.zh-CN.md': '带类型的客户端' };
const [english, chinese] = readmes.map((file) =>
  blocksOf(section(file, headings[file])).map(({ text }) => text),
);
const [lines, printed] = english as [string, string];
const schemaFile = join('examples', 'housing-fund-desk', 'schema.graphql');

it('both READMEs show the same of typed clients', () => {
  expect(english!.length).toBe(2);
  expect(chinese).toEqual(english);
});

describe('what README.md shows of typed clients', () => {
  const folder = dataDir();
  let gateway: SpawnedGateway;

  /** Runs lines of a shell in a folder apart, `npm run` being what package.json says, but built. */
  function shell(text: string) {
    const ours = `
      npx() { shift; "${process.execPath}" "${projectDir}dist/demo/tongdao.js" "$@"; }
      npm() { shift 4; "${process.execPath}" "${folder.dir}/built/main.js" "$@"; }\n`;
    const { status, stdout, stderr } = spawnSync('bash', ['--norc', '-c', ours + text], {
      cwd: folder.dir,
      encoding: 'utf8',
      env: {
        PATH: process.env['PATH'],
        TONGDAO_DATA_DIR: folder.dir,
        TONGDAO_ADDRESS: gateway.address,
      },
    });
    return { status, stdout, stderr };
  }

  beforeAll(async () => {
    // Compiled apart, so that no other suite sees a half-written `dist`.
    const tsc = join(projectDir, 'node_modules', 'typescript', 'bin', 'tsc');
    const example = join(projectDir, 'examples', 'housing-fund-desk');
    const args = [tsc, '-p', example, '--outDir', join(folder.dir, 'built')];
    const { status, stdout } = spawnSync(process.execPath, args, { encoding: 'utf8' });
    expect([status, stdout]).toEqual([0, '']);
    writeFileSync(join(folder.dir, 'package.json'), '{ "type": "module" }');
    symlinkSync(join(projectDir, 'node_modules'), join(folder.dir, 'node_modules'));
    mkdirSync(join(folder.dir, 'examples', 'housing-fund-desk'), { recursive: true });

    gateway = await spawnGateway(folder.dir);
    await gateway.ready(60_000);
  }, 90_000);
  afterAll(async () => {
    await gateway.kill();
    folder.remove();
  });

  it('prints the resident as the contract lets it', () => {
    expect(shell(lines)).toEqual({ status: 0, stdout: printed, stderr: '' });
    const written = readFileSync(join(folder.dir, schemaFile), 'utf8');
    expect(written).toBe(readFileSync(join(projectDir, schemaFile), 'utf8'));
  });

  it.each([
    ['a number that is nobody’s', '110101190001010014', 0, 'No resident has this number.\n', ''],
    ['no number', '', 1, '', 'TONGDAO_TOKEN=<token> npm run example -- <ID number>\n'],
  ])('says so of %s', (_what, idNo, status, stdout, stderr) => {
    const asked = lines.replace('370202199107157904', idNo);
    expect(shell(asked)).toEqual({ status, stdout, stderr });
  });

  it('says what the channel says to a wrong token', () => {
    const asked = shell(`export TONGDAO_TOKEN=a.b.c\n${lines.split('\n').at(2)!}`);
    expect(asked).toEqual({
      status: 1,
      stdout: '',
      stderr: expect.stringMatching(/^A credential [^{]*\n$/) as unknown,
    });
  });
});
