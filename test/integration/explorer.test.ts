import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { request, type IncomingMessage } from 'node:http';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { projectDir } from '../../src/start/projectDir.js';
import { dataDir, spawnGateway, type SpawnedGateway } from '../support/spawnGateway.js';

const data = dataDir();
let gateway: SpawnedGateway;
beforeAll(async () => {
  gateway = await spawnGateway(data.dir);
  await gateway.ready();
}, 60_000);
afterAll(async () => {
  await gateway.kill();
  data.remove();
});

const asBrowser = { headers: { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' } };
const get = (path: string, init: RequestInit = {}) => fetch(gateway.address + path, init);

/** The path as it stands: `fetch` would resolve its dots first. */
async function getAsItStands(path: string): Promise<{ status: number; text: string }> {
  const asked = request({ host: '127.0.0.1', port: gateway.port, path }).end();
  const [answer] = (await once(asked, 'response')) as [IncomingMessage];
  let text = '';
  for await (const chunk of answer) text += String(chunk);
  return { status: answer.statusCode ?? 0, text };
}

describe('the explorer', () => {
  it('is what a browser gets at /graphql, and may load nothing from elsewhere', async () => {
    const page = await get('/graphql', asBrowser);
    expect([page.status, page.headers.get('content-type')]).toEqual([
      200,
      'text/html; charset=utf-8',
    ]);
    const policy = page.headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(/^default-src 'self';/);
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/https?:|\*|unsafe-eval|script-src[^;]*unsafe-inline/);
    expect(page.headers.get('x-content-type-options')).toBe('nosniff');
    const html = await page.text();
    expect(html.match(/(src|href)="(https?:)?\/\//g)).toBeNull();
    // What the page asks for is there.
    const parts = [...html.matchAll(/(?:src|href)="(\/[^"]+)"/g)].map(([, path]) => path!);
    expect(parts.length).toBeGreaterThan(0);
    for (const path of parts) expect([path, (await get(path)).status]).toEqual([path, 200]);
  });

  it('has all of its files served, with a type that browsers run them by', async () => {
    const files = readdirSync(join(projectDir, 'dist', 'explorer')).filter((file) =>
      /\.(js|css)$/.test(file),
    );
    expect(files.length).toBeGreaterThan(3);
    for (const file of files) {
      const { status, headers } = await get(`/explorer/${file}`);
      const type = file.endsWith('.js') ? /javascript/ : /text\/css/;
      expect([file, status]).toEqual([file, 200]);
      expect(headers.get('content-type')).toMatch(type);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
    }
  });

  it('serves its own files only', async () => {
    for (const path of [
      '/explorer/../gateway.js',
      '/explorer/..%2fgateway.js',
      '/explorer/%2e%2e/gateway.js',
      '/explorer/%2e%2e%2f%2e%2e%2fpackage.json',
      '/explorer/..\\..\\package.json',
      '/explorer//etc/passwd',
      '/explorer/.env',
      '/main.js',
      '/.tongdao/demo/master.key',
    ]) {
      const { status, text } = await getAsItStands(path);
      expect([path, status >= 400]).toEqual([path, true]);
      expect(text).not.toMatch(/createGateway|"dependencies"|root:/);
    }
  });

  it('is told its requesters in demo mode, and no one may keep them', async () => {
    const answer = await get('/explorer/config.json');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(await answer.json()).toEqual({
      operation: expect.stringContaining('resident(idNo:') as unknown,
      occasion: { actingUser: 'window-07', caseReference: 'QD-2026-000815' },
      requesters: [
        {
          label: 'Enrolment app',
          purpose: 'school-enrolment',
          token: expect.stringMatching(/^eyJ/) as unknown,
        },
        {
          label: 'Housing-fund app',
          purpose: 'housing-fund-withdrawal',
          token: expect.stringMatching(/^eyJ/) as unknown,
        },
        {
          label: 'District office',
          purpose: 'district-service',
          token: expect.stringMatching(/^eyJ/) as unknown,
        },
        { label: 'The public', purpose: null, token: null },
      ],
    });
  });

  it('is not what a program gets, and a query in an address is not executed', async () => {
    const query = encodeURIComponent('{ provinces { nodes { name } } }');
    for (const init of [{}, { headers: { accept: 'application/json' } }]) {
      const answer = await get(`/graphql?query=${query}`, init);
      expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'POST']);
      expect(await answer.text()).not.toContain('山东');
    }
    const page = await get(`/graphql?query=${query}`, asBrowser);
    expect(await page.text()).not.toMatch(/山东|provinces/);
  });
});
