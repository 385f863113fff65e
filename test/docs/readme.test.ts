import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { signToken } from '../../src/cli/demo/demoKeys.js';
import { demoClients } from '../../src/cli/demo/demoPolicy.js';
import { demoDir } from '../../src/cli/demo/prepareDemo.js';
import { deploy } from '../../src/cli/deploy.js';
import { readSettings } from '../../src/config/settings.js';
import { createGateway, type Gateway } from '../../src/gateway.js';

/** The fenced blocks of a document in one language, in order. */
function blocks(file: string, language: string): readonly string[] {
  const text = readFileSync(file, 'utf8');
  return [...text.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].flatMap(([, found, block]) =>
    found === language ? block! : [],
  );
}

let gateway: Gateway;
let dataDir: string;
beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'tongdao-readme-'));
  const settings = readSettings({ TONGDAO_DATA_DIR: dataDir, TONGDAO_LOG_LEVEL: 'silent' });
  gateway = await createGateway(await deploy(settings, () => undefined));
}, 60_000);
afterAll(async () => {
  await gateway.close();
  rmSync(dataDir, { recursive: true });
});

describe.each(['README.md', 'README.zh-CN.md'])('%s', (file) => {
  const [operation] = blocks(file, 'graphql');
  const answers = blocks(file, 'json');

  it.each(demoClients.map((client, index) => ({ ...client, index })))(
    'shows what the $label is answered',
    async ({ id, purpose, index }) => {
      const { body } = await gateway.app.inject({
        method: 'POST',
        url: '/graphql',
        headers: { authorization: `Bearer ${await signToken(demoDir(dataDir), id)}`, purpose },
        payload: { query: operation },
      });
      expect(JSON.parse(body)).toMatchObject({ data: JSON.parse(answers[index]!) as object });
    },
  );

  it('shows a catalog as it stands', () => {
    const [, example] = blocks(file, 'graphql');
    expect(readFileSync('schema/catalogs/public-security.graphql', 'utf8')).toContain(example);
  });

  it('shows the two commands', () => {
    const [commands] = blocks(file, 'sh');
    expect(commands).toMatch(/^npm ci && npm start /m);
    expect(commands).toMatch(/^npm ci && npm test /m);
  });
});

it('README.md names every setting', () => {
  const readme = readFileSync('README.md', 'utf8');
  const settings = readFileSync('src/config/settings.ts', 'utf8').match(
    /\b(PORT|HOST|TONGDAO_[A-Z_]+)(?=:)/g,
  );
  const named = readme.replace(/`_([A-Z_]+)`/g, '`TONGDAO_MAX_$1`');
  expect(new Set(settings).size).toBeGreaterThan(10);
  for (const setting of new Set(settings)) expect(named).toContain(setting);
});
