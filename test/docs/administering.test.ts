import { spawnSync } from 'node:child_process';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { projectDir } from '../../src/start/projectDir.js';
import { dataDir, spawnGateway, type SpawnedGateway } from '../support/spawnGateway.js';

import { blocksOf, readmes, section } from './markdown.js';

const headings = { 'README.md': 'Administering', 'README.zh-CN.md': '管理' };
const [english, chinese] = readmes.map((file) =>
  blocksOf(section(file, headings[file])).map(({ language, text }) => ({ language, text })),
);
const [revoke, refused, grant, allowed] = english!.map(({ text }) => text) as [
  string,
  string,
  string,
  string,
];

it('both READMEs show the same on administering', () => {
  expect(english!.length).toBe(4);
  expect(chinese).toEqual(english);
});

describe('what README.md shows on administering', () => {
  const folder = dataDir();
  let gateway: SpawnedGateway;
  beforeAll(async () => {
    gateway = await spawnGateway(folder.dir);
    await gateway.ready(50_000);
  }, 60_000);
  afterAll(async () => {
    await gateway.kill();
    folder.remove();
  });

  /** What each `curl` of the lines was answered, `npx tongdao` being this project's. */
  function shell(lines: string): readonly unknown[] {
    const ours = `
      npx() { shift; "${process.execPath}" "${projectDir}dist/demo/tongdao.js" "$@"; }\n`;
    const here = lines.replaceAll('http://127.0.0.1:4000', gateway.address);
    const { stdout, stderr } = spawnSync('bash', ['--norc', '-c', ours + here], {
      encoding: 'utf8',
      env: { PATH: process.env['PATH'], TONGDAO_DATA_DIR: folder.dir },
    });
    expect(stderr).toBe('');
    return stdout
      .split(/(?<=\})\s*(?=\{"(?:data|errors)")/)
      .map((answer) => JSON.parse(answer) as unknown);
  }

  it('holds: revoked it is refused, granted anew it is answered', () => {
    const functions = revoke.slice(0, revoke.indexOf("\nadminister '"));
    const before = shell(`${functions}\nask\n`);
    expect(before).toMatchObject([{ data: JSON.parse(allowed) as unknown }]);
    expect(shell(revoke)).toMatchObject([
      { data: { revokeGrant: { status: 'REVOKED' } } },
      JSON.parse(refused),
    ]);
    expect(shell(`${functions}\n${grant}`)).toMatchObject([
      { data: { createGrant: { id: expect.any(String) as unknown } } },
      { data: JSON.parse(allowed) as unknown },
    ]);
  }, 30_000);
});
