import { spawnSync } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { dataDir, runCli, spawnGateway, type SpawnedGateway } from '../support/spawnGateway.js';

const data = dataDir();
let gateway: SpawnedGateway;
let startedIn: number;

beforeAll(async () => {
  const started = performance.now();
  gateway = await spawnGateway(data.dir);
  await gateway.ready();
  startedIn = performance.now() - started;
}, 60_000);
afterAll(async () => {
  await gateway.kill();
  data.remove();
});

const query = '{ resident(idNo: "370202199107157904") { name } }';

describe('a gateway in demo mode, started in an empty folder', () => {
  it('is ready in under 30 seconds, and says what it does meanwhile', () => {
    expect(startedIn).toBeLessThan(30_000);
    expect(gateway.output.stdout).toMatch(
      /^Tongdao is starting …\nThe demo's population: 20,000 rows written\n/,
    );
    expect(gateway.output.stdout).toContain(`Ready at ${gateway.address}/graphql`);
    expect(gateway.output.stderr).toBe('');
  });

  it('prints three lines for a shell: the same operation twice, and that of a district', async () => {
    await gateway.said(/(^curl .*\n[^]*){3}/m);
    const lines = gateway.output.stdout.split('\n').filter((line) => line.startsWith('curl '));
    expect(lines.length).toBe(3);
    const answers = lines.map((line) => {
      const { status, stdout, stderr } = spawnSync('bash', ['-c', line], { encoding: 'utf8' });
      expect([status, stderr]).toEqual([0, '']);
      return JSON.parse(stdout) as {
        data: { resident: Record<string, unknown> };
        errors?: unknown;
      };
    });
    const [school, fund, office] = answers.map(({ data: { resident } }) => resident);
    expect(answers.map(({ errors }) => errors)).toEqual([undefined, undefined, undefined]);
    expect(school).toEqual({
      idNo: expect.stringContaining('****') as unknown,
      name: expect.not.stringContaining('*') as unknown,
      birthDate: '1991-07-15',
      division: { name: '市南区', province: { name: '山东省' } },
    });
    expect(fund).toEqual({
      ...school,
      idNo: '370***********7904',
      name: expect.stringContaining('*') as unknown,
      birthDate: '1991',
    });
    // Of six companies, those of its own district.
    expect(office).toEqual({
      name: '司马敏',
      companies: {
        nodes: [
          { name: '青岛青越建筑工程有限公司', division: { name: '市北区' } },
          { name: '青岛海力信息科技有限公司', division: { name: '市北区' } },
        ],
      },
    });
    const bodies = lines.map((line) => line.slice(line.indexOf(' -d ')));
    expect(bodies[0]).toBe(bodies[1]);
  });

  it('keeps its keys and its record to itself', async () => {
    const files = ['record.jsonl', 'demo/master.key', 'demo/enrolment-app.key.json'];
    for (const file of files) {
      const { mode } = await stat(join(data.dir, file));
      expect([file, (mode & 0o077).toString(8)]).toEqual([file, '0']);
    }
  });

  it('answers for its health', async () => {
    for (const [path, body] of [
      ['/healthz', { status: 'ok' }],
      ['/readyz', { status: 'ready' }],
    ] as const) {
      const answer = await fetch(gateway.address + path);
      expect([answer.status, await answer.json()]).toEqual([200, body]);
    }
  });

  it.each([
    ['enrolment-app', 'school-enrolment', false],
    ['housing-fund-app', 'housing-fund-withdrawal', true],
  ])('has tokens signed that work: %s', async (client, purpose, masked) => {
    const { status, stdout, stderr } = runCli(['token', '--as', client, '--purpose', purpose], {
      TONGDAO_DATA_DIR: data.dir,
    });
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+\n$/);
    const headers = {
      authorization: `Bearer ${stdout.trim()}`,
      purpose,
      'acting-user': 'window-07',
      'case-reference': 'QD-2026-000815',
    };
    const answer = await gateway.post(headers, { query });
    const { data: got } = (await answer.json()) as { data: { resident: { name: string } } };
    expect(got.resident.name.includes('*')).toBe(masked);
  });

  it.each([
    [
      'an unknown client',
      ['--as', 'nobody', '--purpose', 'school-enrolment'],
      /--as names one of enrolment-app, housing-fund-app, district-office/,
    ],
    [
      'another’s purpose',
      ['--as', 'enrolment-app', '--purpose', 'housing-fund-withdrawal'],
      /--purpose of enrolment-app is school-enrolment/,
    ],
    ['no purpose', ['--as', 'enrolment-app'], /--purpose/],
    ['a path', ['--as', '../master', '--purpose', 'x'], /--as names one of/],
  ])('has none signed for %s', (_what, args, message) => {
    const { status, stdout, stderr } = runCli(['token', ...args], { TONGDAO_DATA_DIR: data.dir });
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(message);
  });

  it('has none signed but in demo mode, nor before the demo is there', () => {
    const args = ['token', '--as', 'enrolment-app', '--purpose', 'school-enrolment'];
    const production = runCli(args, { TONGDAO_DATA_DIR: data.dir, TONGDAO_MODE: 'production' });
    expect([production.status, production.stdout]).toEqual([1, '']);
    const elsewhere = runCli(args, { TONGDAO_DATA_DIR: `${data.dir}/none` });
    expect([elsewhere.status, elsewhere.stdout]).toEqual([1, '']);
    expect(elsewhere.stderr).toMatch(/npm start/);
  });
});
