import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { deriveKey } from '../../src/keys/deriveKey.js';
import type { Entry } from '../../src/record/entry/entry.js';
import { RecordWriter } from '../../src/record/write/recordWriter.js';
import type { AgencyCode, ClientId, GrantId, PurposeCode } from '../../src/shared/brand.js';
import { callCli } from '../support/callCli.js';
import { dataDir, runCli, type Environment } from '../support/spawnGateway.js';
import { entryOf } from '../unit/record/recording.js';

const masterKey = Buffer.from('0123456789abcdef'.repeat(4), 'hex');

const school = { client: 'school' as ClientId, purpose: 'enrolment' as PurposeCode };
const fund = {
  client: 'fund' as ClientId,
  agency: 'qd-housing-fund' as AgencyCode,
  purpose: 'withdrawal' as PurposeCode,
};
const company = [{ resource: 'Company', fields: { name: 'CLEAR' }, rows: 3 }];

const alerts = [{ of: 'citizen-id', subject: 'h', grants: ['G-1', 'G-2'] as GrantId[] }];

const entries: readonly Entry[] = [
  entryOf('r1', { ...school, at: '2026-01-01T00:00:00.000Z' }),
  entryOf('r2', { ...fund, at: '2026-01-02T15:59:59.999Z', reads: company }),
  entryOf('r3', {
    ...school,
    at: '2026-01-02T16:00:00.000Z',
    outcome: 'LIMIT_EXCEEDED',
    reads: [],
  }),
  entryOf('r4', { ...fund, at: '2026-01-04T00:00:00.000Z', alerts }),
  entryOf('r5', { client: null, at: '2026-01-05T00:00:00.000Z', reads: company }),
];

let data: ReturnType<typeof dataDir>;
let record: string;
beforeEach(async () => {
  data = dataDir();
  record = join(data.dir, 'record.jsonl');
  mkdirSync(join(data.dir, 'demo'));
  writeFileSync(join(data.dir, 'demo', 'master.key'), masterKey);
  const writer = await RecordWriter.open(record, deriveKey('record', masterKey));
  for (const entry of entries) await writer.append(entry);
  await writer.close();
});
afterEach(() => {
  data.remove();
});

const ask = (args: readonly string[], settings: Environment = {}) =>
  callCli(['record', ...args], { TONGDAO_DATA_DIR: data.dir, ...settings });

const lines = () => readFileSync(record, 'utf8').trimEnd().split('\n');
const write = (changed: readonly string[]) => {
  writeFileSync(record, changed.map((line) => `${line}\n`).join(''));
};

describe('tongdao audit', () => {
  it('is tongdao record by its former name', async () => {
    const settings = { TONGDAO_DATA_DIR: data.dir };
    for (const args of [['verify', '--json'], ['what']]) {
      expect(runCli(['audit', ...args], settings)).toEqual(await ask(args));
    }
    expect((await ask(['verify'])).status).toBe(0);
  });
});

describe('tongdao record verify', () => {
  it('says that a sound record is sound, in words and for programs', async () => {
    expect(await ask(['verify'])).toEqual({
      status: 0,
      stdout: `${record} is sound: 5 lines\n`,
      stderr: '',
    });
    const { status, stdout } = await ask(['verify', '--json', record]);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toEqual({
      file: record,
      headFile: join(data.dir, 'record.head'),
      sound: true,
      before: { segments: 0, lines: 0 },
      segments: 1,
      lines: 5,
      head: (JSON.parse(lines()[4]!) as { hash: string }).hash,
      torn: 0,
      damages: [],
    });
  });

  it('takes production’s key from its setting', async () => {
    const production = {
      TONGDAO_MODE: 'production',
      TONGDAO_MASTER_KEY: masterKey.toString('hex'),
    };
    rmSync(join(data.dir, 'demo'), { recursive: true });
    expect((await ask(['verify'], production)).status).toBe(0);
    const other = { ...production, TONGDAO_MASTER_KEY: 'ab'.repeat(32) };
    expect((await ask(['verify'], other)).status).toBe(1);
  });

  it.each<[string, (l: readonly string[]) => readonly string[], string]>([
    [
      'an altered',
      ([a, b, ...l]) => [a!, b!.replace('fund', 'none'), ...l],
      'line 2, seq 2: ALTERED',
    ],
    ['a dropped', ([a, , ...l]) => [a!, ...l], 'line 2, seq 2: DROPPED'],
    ['a reordered', ([a, b, c, ...l]) => [a!, c!, b!, ...l], 'line 3, seq 2: REORDERED'],
    ['an inserted', ([a, ...l]) => [a!, a!.replace('r1', 'r0'), ...l], 'line 2, seq 2: INSERTED'],
    ['a truncated', (l) => l.slice(0, 3), 'line 4, seq 4: TRUNCATED, 2 lines of the record'],
  ])('tells %s record, and nothing of an entry', async (_what, alter, said) => {
    const altered = alter(lines());
    write(altered);
    const { status, stdout, stderr } = await ask(['verify']);
    expect([status, stderr]).toEqual([1, '']);
    expect(stdout).toBe(`${said}\n${record} is not sound: ${altered.length} lines\n`);
    const machine = await ask(['verify', '--json']);
    expect(machine.status).toBe(1);
    expect(machine.stdout).not.toMatch(/school|fund|enrolment|Resident|Company/);
  });

  it('tells a record that is gone, and one whose head is gone', async () => {
    renameSync(record, `${record}.gone`);
    expect(await ask(['verify'])).toMatchObject({ status: 1 });
    expect((await ask(['verify'])).stdout).toContain('line 1, seq 1: TRUNCATED, 5 lines');
    renameSync(`${record}.gone`, record);
    rmSync(join(data.dir, 'record.head'));
    expect((await ask(['verify'])).stdout).toContain('the head: TRUNCATED, it is missing');
  });

  it('finds a last line sound that a crash left torn, and says so', async () => {
    writeFileSync(record, `${lines().join('\n')}\n{"seq":6,`);
    const { status, stdout } = await ask(['verify']);
    expect(status).toBe(0);
    expect(stdout).toMatch(/is sound: 5 lines\nthe last line is torn/);
  });

  it.each<[string, readonly string[], Environment, RegExp]>([
    ['there is no record', ['none.jsonl'], {}, /^there is no record none\.jsonl/],
    ['there is no key', [], { TONGDAO_MODE: 'production' }, /TONGDAO_MASTER_KEY: is required/],
    ['an option is unknown', ['--what'], {}, /unknown option '--what'/],
  ])('cannot check where %s', async (_why, args, settings, said) => {
    const { status, stdout, stderr } = await ask(['verify', ...args], settings);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(said);
  });

  it('cannot check without the demo’s key, and makes none', async () => {
    rmSync(join(data.dir, 'demo'), { recursive: true });
    const { status, stderr } = await ask(['verify']);
    expect([status, stderr]).toEqual([
      2,
      'the demo has no master key yet: run `npm start` first\n',
    ]);
  });
});

describe('tongdao record search', () => {
  const found = async (args: readonly string[]) => {
    const { stdout, stderr } = await ask(['search', '--json', ...args]);
    const ids = stdout.split('\n').filter((line) => line !== '');
    return [ids.map((line) => (JSON.parse(line) as Entry).requestId).join(' '), stderr];
  };

  it.each<[string, readonly string[], string]>([
    ['everything', [], 'r1 r2 r3 r4 r5'],
    ['a client', ['--client', 'school'], 'r1 r3'],
    ['an agency', ['--agency', 'qd-housing-fund'], 'r2 r4'],
    ['a purpose', ['--purpose', 'withdrawal'], 'r2 r4'],
    ['a resource', ['--resource', 'Company'], 'r2 r5'],
    ['a field', ['--resource', 'Resident', '--field', 'name'], 'r1 r4'],
    ['a field that was not read', ['--resource', 'Resident', '--field', 'toString'], ''],
    ['an outcome', ['--outcome', 'LIMIT_EXCEEDED'], 'r3'],
    ['from a day in China on', ['--since', '2026-01-03'], 'r3 r4 r5'],
    ['before a day in China', ['--until', '2026-01-03'], 'r1 r2'],
    ['times', ['--since', '2026-01-02T16:00Z', '--until', '2026-01-04T08:00:00+08:00'], 'r3'],
    ['alerts', ['--alerts'], 'r4'],
    ['all of several', ['--client', 'fund', '--resource', 'Company'], 'r2'],
    ['the newest', ['--limit', '2'], 'r4 r5'],
    ['the newest of some', ['--client', 'fund', '--limit', '1'], 'r4'],
    ['nobody', ['--client', 'nobody'], ''],
  ])('finds by %s', async (_what, args, ids) => {
    expect((await found(args))[0]).toBe(ids);
  });

  it('shows a line an entry, newest last, and how many of how many', async () => {
    const { status, stdout, stderr } = await ask(['search', '--resource', 'Company']);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout.replace(/ {2,}/g, ' | ')).toBe(
      '2026-01-02T15:59:59.999Z | fund | withdrawal | OK | Company(3) | r2\n' +
        '2026-01-05T00:00:00.000Z | public | - | OK | Company(3) | r5\n' +
        '2 of 5 entries\n',
    );
    expect((await found(['--limit', '1', '--client', 'fund']))[1]).toBe('2 of 5 entries\n');
    expect((await ask(['search', '--alerts'])).stdout).toMatch(
      /r4\n {2}alert: citizen-id h under G-1, G-2\n1 of 5 entries\n$/,
    );
  });

  it('is on a record of its own, which verifies, before anything is shown', async () => {
    await ask(['search', '--client', 'fund', '--limit', '1']);
    await ask(['search', '--since', '2026-01-01']);
    const text = readFileSync(join(data.dir, 'record-access.jsonl'), 'utf8');
    const kept = text
      .trimEnd()
      .split('\n')
      .map((line) => (JSON.parse(line) as { entry: object }).entry);
    expect(kept).toMatchObject([
      { who: expect.stringMatching(/^[\w-]{43}$/) as unknown, criteria: { client: 'fund' } },
      { criteria: { since: '2025-12-31T16:00:00.000Z' } },
    ]);
    expect((await ask(['verify', '--access'])).stdout).toMatch(
      /record-access\.jsonl is sound: 2 lines/,
    );

    writeFileSync(join(data.dir, 'record-access.jsonl'), text.replace('fund', 'none'));
    expect((await ask(['verify', '--access'])).status).toBe(1);
    const refused = await ask(['search']);
    expect([refused.status, refused.stdout]).toEqual([2, '']);
    expect(refused.stderr).toContain('is broken at line 1 (ALTERED)');
  });

  it('does not search what is none of a record', async () => {
    write([lines()[0]!, 'SECRET', ...lines().slice(2)]);
    const { status, stderr } = await ask(['search']);
    expect([status, stderr]).toEqual([
      2,
      `seq 2 in ${record} is none of a record: see \`tongdao record verify\`\n`,
    ]);
  });

  it.each<[string, readonly string[], RegExp]>([
    [
      'a field without its resource',
      ['--field', 'name'],
      /`field` names a field of a resource: state `resource` too/,
    ],
    ['no day', ['--since', 'yesterday'], /It is a day, as 2026-01-31, or a time with its zone/],
    ['a day that is none', ['--until', '2026-13-01'], /It is a day/],
    ['a day that no month has', ['--until', '2026-02-30'], /It is a day/],
    ['a time without a zone', ['--since', '2026-01-01T00:00'], /It is a day/],
    [
      'no time between',
      ['--since', '2026-01-02', '--until', '2026-01-02'],
      /leave no time between/,
    ],
    ['no number', ['--limit', '0'], /It is a whole number from 1 to 999999/],
    ['an unknown option', ['--who', 'me'], /unknown option '--who'/],
  ])('refuses %s in a sentence', async (_what, args, said) => {
    const { status, stdout, stderr } = await ask(['search', ...args]);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(said);
  });
});
