import { copyFileSync, existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { segmentFile } from '../../../../src/record/chain/segmentFiles.js';
import type { Entry } from '../../../../src/record/entry/entry.js';
import { meets, type Criteria } from '../../../../src/record/search/criteria.js';
import { RecordReader } from '../../../../src/record/search/recordReader.js';
import { RecordSearch } from '../../../../src/record/search/recordSearch.js';
import { RecordWriter } from '../../../../src/record/write/recordWriter.js';
import { createRecordDir, entryOf, key, type RecordDir } from '../recording.js';

let record: RecordDir;
let entries: readonly Entry[];

const pick = <T>(from: readonly T[], at: number): T => from[at % from.length]!;
const clients = ['school', 'fund', null];
const hashes = ['a', 'b', 'c', 'd', 'e'].map((letter) => letter.repeat(43));
const reads = [
  [],
  [{ resource: 'Resident', fields: { name: 'CLEAR' }, rows: 1 }],
  [
    { resource: 'Resident', fields: { idNo: 'CLEAR' }, rows: 2 },
    { resource: 'Company', fields: { name: 'CLEAR', code: 'CLEAR' }, rows: 0 },
  ],
];

/** An entry that differs from its neighbours in all that is searched for. */
const entryAt = (at: number): Entry =>
  entryOf(`r${at}`, {
    at: new Date(Date.parse('2026-01-01T00:00:00Z') + at * 3_600_000).toISOString(),
    client: pick(clients, at) as Entry['client'],
    agency: pick(['x', null], at) as Entry['agency'],
    grant: pick(['G-1', 'G-2', null], at >> 1) as Entry['grant'],
    administrator: at % 7 === 0 ? 'auditor' : null,
    outcome: pick(['OK', 'PARTIAL'], at >> 2),
    caseReference: pick([...hashes, null], at),
    reads: pick(reads, at),
    ...(at % 5 === 0 && {
      alerts: [{ of: 'citizen-id', subject: pick(hashes, at / 5), grants: [] }],
    }),
  });

beforeEach(async () => {
  record = createRecordDir();
  entries = Array.from({ length: 40 }, (_, at) => entryAt(at));
  const writer = await RecordWriter.open(record.file, key, { maxBytes: 5_000 });
  for (const entry of entries) await writer.append(entry);
  await writer.close();
});
afterEach(() => {
  record.remove();
});

const sealed = (segment: number) => segmentFile(record.file, segment);
const indexOf = (segment: number) => sealed(segment).replace('.jsonl', '.index');
const byIndex = () => new RecordSearch(record.file, key, true);
const byLine = () => new RecordSearch(record.file, key, false);
const ids = (found: readonly Entry[]) => found.map(({ requestId }) => requestId);

const stated = <T>(...values: readonly T[]) =>
  fc.option(fc.constantFrom(...values), { nil: undefined });
const time = stated(...[0, 5, 20, 39, 99].map((at) => entryAt(at).at));
const anyCriteria: fc.Arbitrary<Criteria> = fc
  .record({
    client: stated('school', 'fund', 'nobody'),
    agency: stated('x'),
    grant: stated('G-1', 'G-2'),
    administrator: stated('auditor'),
    outcome: stated('OK', 'PARTIAL'),
    caseReference: stated(...hashes, 'z'.repeat(43)),
    resource: stated('Resident', 'Company', 'House'),
    field: stated('name', 'idNo', 'toString'),
    alerts: stated(true),
    subject: stated(...hashes),
    since: time,
    until: time,
  })
  .map((all) => Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)));

describe('a search over segments', () => {
  it('finds what meets the criteria, by index or by line, whatever they are', async () => {
    await byIndex().makeIndexes(() => undefined);
    expect(existsSync(indexOf(1)) && existsSync(indexOf(4))).toBe(true);
    await fc.assert(
      fc.asyncProperty(anyCriteria, fc.integer({ min: 1, max: 50 }), async (criteria, limit) => {
        const expected = entries.filter((entry) => meets(entry, criteria));
        for (const search of [byIndex(), byLine()]) {
          const { entries: newest, ...counts } = await search.newest(criteria, limit);
          expect(counts).toEqual({ matched: expected.length, of: 40, archived: 0, isWhole: true });
          expect(newest).toEqual(expected.slice(-limit));
          const all: Entry[] = [];
          const found = await search.each(criteria, (entry) => all.push(entry));
          expect(found).toEqual({ matched: expected.length, of: 40, archived: 0 });
          expect(all).toEqual(expected);
        }
      }),
      {
        numRuns: 60,
        examples: [
          [{}, 3],
          [{ resource: 'Company', field: 'name' }, 2],
        ],
      },
    );
  });

  it('says where its time ran out: older entries were not looked at', async () => {
    const { entries: newest, of, isWhole } = await byIndex().newest({}, 3, -1);
    expect([ids(newest).length > 0, of < 40, isWhole]).toEqual([true, true, false]);
  });

  it('runs in a thread, while entries are written and segments sealed', async () => {
    const reader = new RecordReader(record.file, key);
    const writer = await RecordWriter.open(record.file, key, { maxBytes: 1 });
    for (let at = 40; at < 46; at += 1) {
      await writer.append(entryAt(at));
      const { entries: newest, matched } = await reader.search({}, 2);
      expect([ids(newest), matched]).toEqual([[`r${at - 1}`, `r${at}`], at + 1]);
    }
    await writer.close();
    await reader.close();
    await expect(reader.search({}, 1)).rejects.toMatchObject({ code: 'NOT_READY' });
  });
});

describe('an index of a segment', () => {
  const found = async () => ids((await byIndex().newest({ client: 'school' }, 99)).entries);
  const expected = () => ids(entries.filter(({ client }) => client === 'school'));

  beforeEach(async () => {
    expect(await found()).toEqual(expected());
  });

  it.each<[string, () => void]>([
    [
      'taken away',
      () => {
        rmSync(indexOf(2));
      },
    ],
    [
      'that of another segment',
      () => {
        copyFileSync(indexOf(1), indexOf(2));
      },
    ],
    [
      'cut off',
      () => {
        writeFileSync(indexOf(2), readFileSync(indexOf(2)).subarray(0, -20));
      },
    ],
    [
      'emptied',
      () => {
        writeFileSync(indexOf(2), '');
      },
    ],
    [
      'altered in a part, so that it would hide an entry',
      () => {
        const text = readFileSync(indexOf(2), 'latin1');
        writeFileSync(indexOf(2), text.replace('"school"', '"s_hool"'), 'latin1');
      },
    ],
    [
      'altered in its header',
      () => {
        const text = readFileSync(indexOf(2), 'latin1');
        writeFileSync(indexOf(2), text.replace(/"entries":\d+/, '"entries":0'), 'latin1');
      },
    ],
  ])('%s hides nothing, and is made anew', async (_what, alter) => {
    const whole = readFileSync(indexOf(2));
    alter();
    const byNoIndex = await byLine().newest({ client: 'school' }, 99);
    expect(ids(byNoIndex.entries)).toEqual(expected());
    expect(await found()).toEqual(expected());
    expect(readFileSync(indexOf(2)).equals(whole)).toBe(true);
  });

  it('is made of no segment that was altered, and none that was altered since is handed out', async () => {
    const text = readFileSync(sealed(2), 'utf8');
    writeFileSync(sealed(2), text.replace('"client":"school"', '"client":"s_hool"'));
    await expect(found()).rejects.toThrow('is none of a record: see `tongdao record verify`');
    rmSync(indexOf(2));
    await expect(found()).rejects.toThrow('is none of a record');
    expect(existsSync(indexOf(2))).toBe(false);
  });

  it('is for its user alone, as the record is', () => {
    expect(statSync(indexOf(1)).mode & 0o777).toBe(0o600);
  });
});
