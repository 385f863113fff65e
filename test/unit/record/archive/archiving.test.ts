import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { Archiving } from '../../../../src/record/archive/archiving.js';
import { markFile } from '../../../../src/record/chain/mark.js';
import { segmentFile } from '../../../../src/record/chain/segmentFiles.js';
import { RecordSearch } from '../../../../src/record/search/recordSearch.js';
import { verifyArchive } from '../../../../src/record/verify/verifyArchive.js';
import { verifyRecord } from '../../../../src/record/verify/verifyRecord.js';
import { verifySealed } from '../../../../src/record/verify/verifySealed.js';
import { RecordWriter } from '../../../../src/record/write/recordWriter.js';
import { entryOf, key } from '../recording.js';

import { createArchivedRecord, type ArchivedRecord } from './archivedRecord.js';

let record: ArchivedRecord;
beforeEach(async () => {
  record = await createArchivedRecord();
});
afterEach(() => {
  record.remove();
});

const said = async (run: Promise<unknown>) =>
  run.then(
    () => 'done',
    (error: unknown) => (error as Error).message,
  );
const live = (segment: number) => segmentFile(record.file, segment);
const archived = (segment: number) => segmentFile(record.archived, segment);

/** The segments, lines and damages of record and archive. */
async function bothReports() {
  const reports = [await verifyRecord(record.file, key), await verifyArchive(record.archived, key)];
  return reports.map(({ before, segments, lines, damages }) => [
    before.segments,
    before.lines,
    segments,
    lines,
    damages,
  ]);
}

describe('archiving', () => {
  it('moves the sealed segments that are older, whole, and both folders verify', async () => {
    await new RecordSearch(record.file, key, true).makeIndexes(() => undefined);
    const before = [1, 2].map((segment) => readFileSync(live(segment)));
    expect(await record.archive('2026-01-03')).toEqual([1, 2]);
    expect([record.ids(), record.archivedIds()]).toEqual(['r7 r8 r9', 'r1 r2 r3 r4 r5 r6']);
    expect([1, 2].map((segment) => readFileSync(archived(segment)))).toEqual(before);
    expect(readdirSync(record.live).filter((name) => name.includes('-0000'))).toEqual([]);
    expect(await bothReports()).toEqual([
      [2, 6, 1, 3, []],
      [0, 0, 2, 6, []],
    ]);
    expect(await verifySealed(record.file, key, () => undefined)).toEqual([]);
    expect(statSync(archived(1)).mode & 0o777).toBe(0o600);
    expect(statSync(record.folder).mode & 0o777).toBe(0o700);
  });

  it('never moves the open segment, nor one with an entry of the day or later', async () => {
    expect(await record.archive('2026-01-01')).toEqual([]);
    expect(await record.archive('2026-01-02')).toEqual([1]);
    expect(await record.archive('2030-01-01')).toEqual([2]);
    expect(await record.archive('2030-01-01')).toEqual([]);
    expect(await bothReports()).toEqual([
      [2, 6, 1, 3, []],
      [0, 0, 2, 6, []],
    ]);
  });

  it('leaves no gap: behind one with a later entry, as of a wrong clock, nothing is moved', async () => {
    const file = join(record.dir, 'other.jsonl');
    let now = Date.parse('2026-01-01T12:00:00+08:00');
    const writer = await RecordWriter.open(file, key, { now: () => now });
    for (const at of ['2026-01-01', '2027-01-01', '2026-01-03', '2026-01-04']) {
      await writer.append(entryOf(at, { at: `${at}T00:00:00.000Z` }));
      now += 86_400_000;
    }
    await writer.close();
    const archiving = await Archiving.open(file, record.folder, key, false);
    const planned = await archiving.plan(Date.parse('2026-06-01T00:00:00Z'));
    archiving.close();
    expect(planned.map(({ segment }) => segment)).toEqual([1]);
  });

  it('works while a gateway writes and seals, and the record goes on', async () => {
    const writer = await RecordWriter.open(record.file, key, { maxBytes: 1 });
    const archiving = (async () => {
      while ((await record.archive('2026-01-03')).length > 0);
    })();
    for (let at = 10; at < 20; at += 1) await writer.append(entryOf(`r${at}`));
    await archiving;
    expect(await writer.isHealthy()).toBe(true);
    await writer.close();
    const all = Array.from({ length: 19 }, (_, at) => `r${at + 1}`).join(' ');
    await record.archive('2027-01-01');
    expect(`${record.archivedIds()} ${record.ids()}`.trim()).toBe(all);
    expect((await bothReports()).map((report) => report.at(-1))).toEqual([[], []]);
    const again = await RecordWriter.open(record.file, key);
    await again.append(entryOf('r20'));
    await again.close();
    expect((await verifyRecord(record.file, key)).damages).toEqual([]);
  });

  it.each<[string, () => void, string]>([
    [
      'altered',
      () => {
        writeFileSync(live(2), readFileSync(live(2), 'utf8').replace('"rows":1', '"rows":2'));
      },
      'is not as it was sealed (ALTERED, line 2, seq 4)',
    ],
    [
      'altered in its time, as if it were new',
      () => {
        writeFileSync(live(1), readFileSync(live(1), 'utf8').replace('"at":"2026', '"at":"2096'));
      },
      'is not as it was sealed (ALTERED, line 1, seq 1)',
    ],
    [
      'gone',
      () => {
        rmSync(live(1));
      },
      'is not as it was sealed (DROPPED, seq 1)',
    ],
  ])('stops at a segment that is %s, and moves nothing', async (_what, alter, message) => {
    alter();
    const there = readdirSync(record.live);
    expect(await said(record.archive('2026-01-03'))).toContain(message);
    expect(readdirSync(record.live)).toEqual(
      expect.arrayContaining(there.filter((name) => name !== 'record-000001.jsonl')),
    );
    expect([existsSync(markFile(record.file)), record.archivedIds()]).toEqual([false, '']);
  });

  it('is done by one command at a time, on the record and on the archive', async () => {
    const first = await Archiving.open(record.file, record.folder, key, false);
    const other = await createArchivedRecord();
    try {
      expect(await said(record.archive('2026-01-03', join(record.dir, 'second')))).toBe(
        `${record.file}.archiving is held by another command that archives`,
      );
      expect(await said(other.archive('2026-01-03', record.folder))).toBe(
        `${record.archived}.held is held by another command that archives or discards`,
      );
    } finally {
      first.close();
      other.remove();
    }
    expect(await record.archive('2026-01-03')).toEqual([1, 2]);
  });
});

describe('an archive is of one record, and goes on where it ends', () => {
  it('is not begun in the folder of a record that is written', async () => {
    for (const folder of [record.live, join(record.live, '.')]) {
      expect(await said(record.archive('2026-01-03', folder))).toContain(
        'an archive has a folder of its own',
      );
    }
    const other = await createArchivedRecord();
    expect(await said(record.archive('2026-01-03', other.live))).toContain(
      'a record is written in',
    );
    expect(record.ids()).toContain('r1');
    other.remove();
  });

  it('takes no segments of another record under the same key', async () => {
    const other = await createArchivedRecord('s');
    await other.archive('2026-01-02');
    expect(await said(record.archive('2026-01-03', other.folder))).toContain(
      'is an archive of another record',
    );
    expect(record.ids()).toContain('r1');
    other.remove();
  });

  it('is begun elsewhere only where that is stated, and then lacks what came before', async () => {
    await record.archive('2026-01-02');
    const second = join(record.dir, 'second');
    expect(await said(record.archive('2026-01-03', second))).toContain(
      'segments up to 1 are archived elsewhere: name that folder, or state `--new`',
    );
    expect(await record.archive('2026-01-03', second, true)).toEqual([2]);
    const report = await verifyArchive(join(second, 'record.jsonl'), key);
    expect(report).toMatchObject({ before: { segments: 1, lines: 3 }, lines: 3, damages: [] });
    expect(await said(record.archive('2026-01-03'))).toContain(
      'goes on with segment 2, and the record begins with 3',
    );
  });

  it('is not gone on with where its mark is gone: its segments could be gone then', async () => {
    await record.archive('2026-01-02');
    rmSync(markFile(record.archived));
    expect(await said(record.archive('2026-01-03', record.folder, true))).toContain('is missing');
    expect(record.ids()).toContain('r4');
  });

  it('gives the record a mark anew that was taken away', async () => {
    await record.archive('2026-01-03');
    rmSync(markFile(record.file));
    expect((await verifyRecord(record.file, key)).damages).toHaveLength(2);
    expect(await record.archive('2026-01-03')).toEqual([1, 2]);
    expect((await bothReports()).map((report) => report.at(-1))).toEqual([[], []]);
  });

  it('does so too where the archive discarded some since, and where it holds nothing any more', async () => {
    await record.archive('2026-01-03');
    for (const [before, held] of [
      ['2026-01-02', [2]],
      ['2026-01-03', []],
    ] as const) {
      await record.discard(before);
      rmSync(markFile(record.file));
      expect((await verifyRecord(record.file, key)).damages).toHaveLength(2);
      expect(await record.archive('2026-01-03')).toEqual(held);
      expect((await bothReports()).map((report) => report.at(-1))).toEqual([[], []]);
    }
  });

  it('has a segment removed that a kill left in both, and an index that was made meanwhile', async () => {
    const first = readFileSync(live(1));
    await record.archive('2026-01-03');
    writeFileSync(live(1), first);
    const index = live(2).replace('.jsonl', '.index');
    writeFileSync(index, 'x');
    expect((await verifyRecord(record.file, key)).damages).toEqual([]);
    expect(await record.archive('2026-01-03')).toEqual([]);
    expect([existsSync(live(1)), existsSync(index)]).toEqual([false, false]);
  });
});
