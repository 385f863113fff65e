import { existsSync, rmSync } from 'node:fs';

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { segmentFile } from '../../../../src/record/chain/segmentFiles.js';
import type { Entry } from '../../../../src/record/entry/entry.js';
import { RecordReader } from '../../../../src/record/search/recordReader.js';
import { RecordSearch } from '../../../../src/record/search/recordSearch.js';
import { key } from '../recording.js';

import { createArchivedRecord, type ArchivedRecord } from './archivedRecord.js';

let record: ArchivedRecord;
beforeEach(async () => {
  record = await createArchivedRecord();
});
afterEach(() => {
  record.remove();
});

const ids = (found: readonly Entry[]) => found.map(({ requestId }) => requestId).join(' ');

describe.each([
  ['by index', true],
  ['by line', false],
])('a search of a record of which a part is archived, %s', (_how, makesIndexes) => {
  const search = () => new RecordSearch(record.file, key, makesIndexes);

  it('looks at what is kept alone, and says how much is not', async () => {
    await record.archive('2026-01-02');
    const { entries, ...counts } = await search().newest({ client: 'school' }, 4);
    expect([ids(entries), counts]).toEqual([
      'r6 r7 r8 r9',
      { matched: 6, of: 6, archived: 3, isWhole: false },
    ]);
    const all: Entry[] = [];
    const found = await search().each({}, (entry) => all.push(entry));
    expect([ids(all), found]).toEqual(['r4 r5 r6 r7 r8 r9', { matched: 6, of: 6, archived: 3 }]);
  });

  it('is whole where nothing is archived', async () => {
    expect(await search().newest({}, 9)).toMatchObject({ of: 9, archived: 0, isWhole: true });
  });

  it('goes on where segments are archived while it runs, and counts none twice', async () => {
    let archiving: Promise<unknown> | undefined;
    const all: Entry[] = [];
    const found = await search().each({}, (entry) => {
      all.push(entry);
      archiving ??= record.archive('2026-01-03');
    });
    await archiving;
    expect(found.of + found.archived).toBe(9);
    expect(all).toHaveLength(found.of);
  });

  it('still refuses a record of which a segment is gone that was not archived', async () => {
    await record.archive('2026-01-02');
    rmSync(segmentFile(record.file, 2));
    await expect(search().newest({}, 9)).rejects.toThrow('is missing: see `tongdao record verify`');
  });
});

it('the thread beside a gateway makes indexes of what is kept, and searches and verifies it', async () => {
  await record.archive('2026-01-02');
  const reader = new RecordReader(record.file, key);
  await reader.makeIndexes();
  const index = (segment: number) => segmentFile(record.file, segment).replace('.jsonl', '.index');
  expect([existsSync(index(1)), existsSync(index(2))]).toEqual([false, true]);
  expect(await reader.search({}, 1)).toMatchObject({ of: 6, archived: 3, isWhole: false });
  expect(await reader.verifySealed()).toEqual([]);
  expect(await reader.verify()).toMatchObject({ before: { segments: 1, lines: 3 }, damages: [] });
  await reader.close();
});
