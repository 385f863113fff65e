import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { deriveKey } from '../../src/keys/deriveKey.js';
import { RecordWriter } from '../../src/record/write/recordWriter.js';
import { callCli } from '../support/callCli.js';
import { dataDir } from '../support/spawnGateway.js';
import { entryOf } from '../unit/record/recording.js';

const masterKey = Buffer.from('0123456789abcdef'.repeat(4), 'hex');
const key = deriveKey('record', masterKey);

let data: ReturnType<typeof dataDir>;
let record: string;
let folder: string;
/** The days of the entries: two segments of 2020, one of this year, and the open one of today. */
const recent = new Date(Date.now() - 30 * 86_400_000).toISOString();
const times = ['2020-01-01T00:00:00.000Z', '2020-01-02T00:00:00.000Z', recent];

beforeEach(async () => {
  data = dataDir();
  record = join(data.dir, 'record.jsonl');
  folder = join(data.dir, 'archive');
  mkdirSync(join(data.dir, 'demo'));
  writeFileSync(join(data.dir, 'demo', 'master.key'), masterKey);
  const writer = await RecordWriter.open(record, key, { maxBytes: 1 });
  for (const [index, at] of [...times, new Date().toISOString()].entries()) {
    await writer.append(entryOf(`r${index + 1}`, { at }));
  }
  await writer.close();
});
afterEach(() => {
  data.remove();
});

const ask = (...args: readonly string[]) =>
  callCli(['record', ...args], { TONGDAO_DATA_DIR: data.dir });
const archive = (before = '2020-06-01') => ask('archive', '--before', before, '--to', folder);
const discard = (before: string) => ask('discard', '--archive', folder, '--before', before);
const ofArchive = () => join(folder, 'record.jsonl');

/** What stands on the record of searches. */
const acts = () =>
  readFileSync(join(data.dir, 'record-access.jsonl'), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => (JSON.parse(line) as { entry: object }).entry);

describe('tongdao record use', () => {
  it('counts what was read, and is on the record of searches first', async () => {
    const { status, stdout, stderr } = await ask(
      'use',
      '--since',
      '2020-01-02',
      '--until',
      '2021-01-01',
    );
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout.replaceAll(/ +/g, ' ')).toBe(
      '2020-01-02 public Resident.name 1 answers 1 rows\n1 of 4 entries\n',
    );
    expect(acts()).toMatchObject([
      { criteria: { since: '2020-01-01T16:00:00.000Z' }, counted: 'field' },
    ]);
  });

  it('counts operations, of an archive too, as JSON', async () => {
    await archive();
    const found = await ask('use', '--by', 'field', '--archive', folder, '--json');
    expect(
      found.stdout
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as unknown),
    ).toEqual([
      { day: '2020-01-01', grant: null, of: 'Resident.name', answers: 1, rows: 1 },
      { day: '2020-01-02', grant: null, of: 'Resident.name', answers: 1, rows: 1 },
    ]);
    expect(found.stderr).toBe('2 of 2 entries\n');
    expect((await ask('use', '--by', 'operation')).stdout).toBe(
      '2 of 2 entries; 2 more are archived, and were not looked at\n',
    );
    expect((await ask('use', '--by', 'client')).status).toBe(2);
  });
});

describe('tongdao record archive', () => {
  it('moves what is older, and record and archive say what each holds', async () => {
    expect(await archive()).toEqual({
      status: 0,
      stdout: `archived segments 1 to 2, seq 1 to 2, to ${folder}\n`,
      stderr: '',
    });
    expect((await ask('verify')).stdout).toBe(
      `${record} is sound: 2 lines in 2 segments; 2 lines before, in 2 segments, are archived\n`,
    );
    expect(await ask('verify', '--archive', ofArchive())).toEqual({
      status: 0,
      stdout: `${ofArchive()} is sound: 2 lines in 2 segments\n`,
      stderr: '',
    });
    const machine = (await ask('verify', '--json')).stdout;
    expect(JSON.parse(machine)).toMatchObject({
      sound: true,
      before: { segments: 2, lines: 2 },
      lines: 2,
    });
    expect((await archive()).stdout).toContain('nothing is archived');
  });

  it('is on the record of searches before anything is moved, and not where nothing is', async () => {
    expect((await archive('2019-01-01')).status).toBe(0);
    expect(readdirSync(data.dir)).not.toContain('record-access.jsonl');
    await archive();
    expect(acts()).toEqual([
      {
        at: expect.any(String) as unknown,
        who: expect.stringMatching(/^[\w-]{43}$/) as unknown,
        archived: { fromSegment: 1, toSegment: 2, first: 1, last: 2 },
      },
    ]);
    expect((await ask('verify', '--access')).status).toBe(0);
    rmSync(folder, { recursive: true });
    writeFileSync(join(data.dir, 'record-access.jsonl'), 'SECRET\n');
    const { status, stdout } = await ask(
      'archive',
      '--before',
      '2999-12-31',
      '--to',
      folder,
      '--new',
    );
    expect([status, stdout]).toEqual([2, '']);
    expect(readdirSync(data.dir)).toContain('record-000003.jsonl');
  });

  it('works while a gateway holds the record', async () => {
    const writer = await RecordWriter.open(record, key);
    expect((await archive()).status).toBe(0);
    await writer.append(entryOf('r5'));
    await writer.close();
    expect((await ask('verify')).status).toBe(0);
  });

  it('names the damage of a segment, and moves nothing', async () => {
    const path = join(data.dir, 'record-000002.jsonl');
    writeFileSync(path, readFileSync(path, 'utf8').replace('"rows":1', '"rows":2'));
    const { status, stderr } = await archive();
    expect([status, stderr]).toEqual([
      2,
      `${path} is not as it was sealed (ALTERED, line 2, seq 2): nothing of it is moved or removed; see \`tongdao record verify\`\n`,
    ]);
    expect(readdirSync(data.dir)).toContain('record-000001.jsonl');
  });

  it('is told by a search, which claims no more than it looked at', async () => {
    await archive();
    expect((await ask('search', '--client', 'school')).stdout).toMatch(
      /\n2 of 2 entries; 2 more are archived, and were not looked at\n$/,
    );
    expect((await ask('search', '--json')).stderr).toBe(
      '2 of 2 entries; 2 more are archived, and were not looked at\n',
    );
    const ofFolder = await ask('search', '--archive', folder, '--until', '2020-01-02');
    expect(ofFolder.stdout).toMatch(/^2020-01-01T.* r1\n1 of 2 entries\n$/);
    await discard('2020-01-02');
    const afterwards = await ask('search', '--archive', folder);
    expect(afterwards.stdout).toMatch(
      /^2020-01-02T.* r2\n1 of 1 entries; 1 more are not in this archive, and were not looked at\n$/,
    );
    expect((await ask('search', '--archive', data.dir)).stderr).toContain('is no archive');
  });

  it.each([
    [['archive', '--before', 'yesterday', '--to', 'x'], /It is a day, as 2026-01-31/],
    [['archive', '--before', '2026-02-30', '--to', 'x'], /It is a day/],
    [['archive', '--to', 'x'], /required option '--before <day>'/],
    [['archive', '--before', '2020-01-01'], /required option '--to <folder>'/],
    [['discard', '--before', '2020-01-01'], /required option '--archive <folder>'/],
  ])('refuses what is no command: %j', async (args, said) => {
    const { status, stderr } = await ask(...args);
    expect(status).toBe(2);
    expect(stderr).toMatch(said);
  });
});

describe('tongdao record verify, of an archive', () => {
  beforeEach(async () => {
    await archive();
  });

  it('does not take for sound, without the option, what has neither open segment nor head', async () => {
    const { status, stdout } = await ask('verify', ofArchive());
    expect(status).toBe(1);
    expect(stdout).toContain('the head: TRUNCATED, it is missing');
    expect(stdout).toContain(
      'the mark of what is kept here: ALTERED, it is none of this record; what lies here begins with segment 1',
    );
    expect(stdout).toMatch(/\nif this is an archive, `--archive` verifies it\n$/);
    for (const name of ['record.jsonl', 'record.head']) rmSync(join(data.dir, name));
    expect(await ask('verify')).toMatchObject({ status: 1 });
    // Nor is the record an archive, with the option.
    expect(await ask('verify', '--archive', record)).toMatchObject({ status: 1 });
  });

  it('tells a damage, and says where there is no archive', async () => {
    rmSync(join(folder, 'record-000002.jsonl'));
    const { status, stdout } = await ask('verify', '--archive', ofArchive());
    expect([status, stdout]).toEqual([
      1,
      `segment 2, seq 2: DROPPED\n${ofArchive()} is not sound: 1 line in 2 segments\n`,
    ]);
    rmSync(join(folder, 'record.kept'));
    expect(await ask('verify', '--archive', ofArchive())).toEqual({
      status: 2,
      stdout: '',
      stderr: `there is no archive: ${join(folder, 'record.kept')} is missing\n`,
    });
  });
});

describe('tongdao record discard', () => {
  beforeEach(async () => {
    await archive('2999-12-31');
  });

  it('deletes what is older than three years, on record; the archive says so and is sound', async () => {
    expect(await discard('2020-01-02')).toEqual({
      status: 0,
      stdout: `discarded segment 1, seq 1 to 1, of ${folder}\n`,
      stderr: '',
    });
    expect(acts().at(-1)).toMatchObject({
      who: expect.stringMatching(/^[\w-]{43}$/) as unknown,
      discarded: { fromSegment: 1, toSegment: 1, first: 1, last: 1 },
    });
    expect(readdirSync(folder)).not.toContain('record-000001.jsonl');
    expect((await ask('verify', '--archive', ofArchive())).stdout).toBe(
      `${ofArchive()} is sound: 2 lines in 2 segments; 1 line before, in 1 segment, are not in this archive\n`,
    );
    expect((await ask('verify')).status).toBe(0);
  });

  it('refuses a day that is less than three years back, and says which one is right', async () => {
    const today = new Date(Date.now() + 8 * 3_600_000);
    const latest = `${today.getUTCFullYear() - 3}${today.toISOString().slice(4, 10)}`;
    for (const day of [today.toISOString().slice(0, 10), `${latest.slice(0, 4)}-12-31`]) {
      if (day <= latest) continue;
      const { status, stderr } = await discard(day);
      expect([status, stderr]).toEqual([
        2,
        `records of use are kept for 3 years at least: \`--before\` is ${latest} or a day before it\n`,
      ]);
    }
    // What is younger stays, whatever day is stated.
    expect((await discard('2020-06-01')).stdout).toContain('discarded segments 1 to 2');
    expect((await discard('2020-06-01')).stdout).toContain('nothing is discarded');
    expect(readdirSync(folder)).toContain('record-000003.jsonl');
  });
});
