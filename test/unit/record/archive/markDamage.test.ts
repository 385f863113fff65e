import { copyFileSync, cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { Hmac } from '../../../../src/keys/hmac.js';
import { headFile } from '../../../../src/record/chain/head.js';
import { markFile, writeMark } from '../../../../src/record/chain/mark.js';
import { readSeals } from '../../../../src/record/chain/readSeals.js';
import { noSeal } from '../../../../src/record/chain/seal.js';
import { sealsFile, segmentFile } from '../../../../src/record/chain/segmentFiles.js';
import { verifyArchive } from '../../../../src/record/verify/verifyArchive.js';
import { verifyRecord } from '../../../../src/record/verify/verifyRecord.js';
import { verifySealed } from '../../../../src/record/verify/verifySealed.js';
import { RecordWriter } from '../../../../src/record/write/recordWriter.js';
import { key } from '../recording.js';

import { createArchivedRecord, type ArchivedRecord } from './archivedRecord.js';

/** What the first of nine entries is archived of, then the second three: each mark as it was. */
let record: ArchivedRecord;
let older: { readonly live: Buffer; readonly archived: Buffer };
beforeEach(async () => {
  record = await createArchivedRecord();
  await record.archive('2026-01-02');
  older = { live: readFileSync(mark()), archived: readFileSync(markFile(record.archived)) };
  await record.archive('2026-01-03');
});
afterEach(() => {
  record.remove();
});

const mark = () => markFile(record.file);
const inArchive = (segment: number) => segmentFile(record.archived, segment);

type Damages = Awaited<ReturnType<typeof verifyRecord>>['damages'];
/** Kind, part, segment, seq, line, count. */
const inWords = (damages: Damages) =>
  damages.map(({ kind, part, segment, seq, line, count }) =>
    [kind, part, segment, seq, line, count].join(' '),
  );
const saidOf = async (file: string) => inWords((await verifyRecord(file, key)).damages);
const saidOfArchive = async () => inWords((await verifyArchive(record.archived, key)).damages);

async function opened(): Promise<string> {
  try {
    await (await RecordWriter.open(record.file, key)).close();
    return 'opened';
  } catch (error) {
    return error instanceof Error ? error.message : 'failed';
  }
}

/** Removes the first line of a file, or all lines from one on. */
function keepLines(file: string, from: number, to: number): void {
  const lines = readFileSync(file, 'utf8').split(/(?<=\n)/);
  writeFileSync(file, lines.slice(from, to).join(''));
}

const bothDropped = ['DROPPED SEGMENT 1 1  3', 'DROPPED SEGMENT 2 4  3'];
const noneOfThis = 'ALTERED KEPT 3   1';

describe('the mark of what is kept, to who has no key', () => {
  it.each<[string, () => Promise<void> | void, readonly string[], string]>([
    ['left alone, hides nothing', () => undefined, [], 'opened'],
    [
      'taken away, gives away what is not here',
      () => {
        rmSync(mark());
      },
      bothDropped,
      'lacks its segment',
    ],
    [
      'put back as it once was, gives away what was archived since',
      () => {
        writeFileSync(mark(), older.live);
      },
      ['DROPPED SEGMENT 2 4  3'],
      'lacks its segment',
    ],
    [
      'altered, is a damage that tells the right segment',
      () => {
        writeFileSync(mark(), readFileSync(mark(), 'utf8').replace('"last":6', '"last":7'));
      },
      [...bothDropped, noneOfThis],
      'what lies here begins with segment 3',
    ],
    [
      'emptied, is one too',
      () => {
        writeFileSync(mark(), '');
      },
      [...bothDropped, noneOfThis],
      'is none of this record (ALTERED)',
    ],
    [
      'written under another key, is one too',
      async () => {
        const { seals } = await readSeals(record.file, new Hmac(key));
        const forger = new Hmac(new Uint8Array(32).fill(1));
        writeFileSync(mark(), writeMark({ before: seals[1]!, last: null }, forger));
      },
      [...bothDropped, noneOfThis],
      'is none of this record (ALTERED)',
    ],
    [
      'taken from the archive, is none of the record',
      () => {
        copyFileSync(markFile(record.archived), mark());
      },
      [...bothDropped, noneOfThis],
      'is none of this record (ALTERED)',
    ],
    [
      'taken from another record under the same key, is none of this one',
      async () => {
        const other = await createArchivedRecord('s');
        await other.archive('2026-01-03');
        copyFileSync(markFile(other.file), mark());
        other.remove();
      },
      [...bothDropped, noneOfThis],
      'is none of this record (ALTERED)',
    ],
    [
      'with seals cut off before it, does not stand for them',
      () => {
        keepLines(sealsFile(record.file), 0, 1);
      },
      ['TRUNCATED SEALS   2 1'],
      'lacks seals',
    ],
    [
      'with the open segment and the head gone, proves no end',
      () => {
        rmSync(record.file);
        rmSync(headFile(record.file));
      },
      ['TRUNCATED HEAD    1'],
      'is not what its head says (TRUNCATED)',
    ],
  ])('%s', async (_what, alter, expected, start) => {
    await alter();
    expect(await saidOf(record.file)).toEqual(expected);
    expect(await opened()).toContain(start);
    const beside = expected.filter((one) => !/HEAD|SEALS/.test(one));
    expect(inWords(await verifySealed(record.file, key, () => undefined))).toEqual(beside);
  });

  it('lets no segment behind it be missing', async () => {
    const writer = await RecordWriter.open(record.file, key, { maxBytes: 1 });
    await writer.append({ at: '2026-01-03T00:00:00.000Z' } as never);
    await writer.close();
    expect(await saidOf(record.file)).toEqual([]);
    rmSync(segmentFile(record.file, 3));
    expect(await saidOf(record.file)).toEqual(['DROPPED SEGMENT 3 7  3']);
    expect(await opened()).toContain('lacks its segment');
  });
});

describe('an archive, to who has no key', () => {
  it.each<[string, () => void, readonly string[]]>([
    ['left alone, is sound', () => undefined, []],
    [
      'without its first segment',
      () => {
        rmSync(inArchive(1));
      },
      ['DROPPED SEGMENT 1 1  3'],
    ],
    [
      'without its last segment',
      () => {
        rmSync(inArchive(2));
      },
      ['DROPPED SEGMENT 2 4  3'],
    ],
    [
      'with an altered entry',
      () => {
        const text = readFileSync(inArchive(2), 'utf8');
        writeFileSync(inArchive(2), text.replace('"rows":1', '"rows":7'));
      },
      ['ALTERED LINE 2 4 2 1'],
    ],
    [
      'without its last segment and its seal',
      () => {
        rmSync(inArchive(2));
        keepLines(sealsFile(record.archived), 0, 1);
      },
      ['TRUNCATED SEALS   2 1'],
    ],
    [
      'without its first segment and its seal',
      () => {
        rmSync(inArchive(1));
        keepLines(sealsFile(record.archived), 1, 2);
      },
      ['ALTERED SEALS   1 1'],
    ],
    [
      'with the mark of the record, by which all of it could be gone',
      () => {
        copyFileSync(mark(), markFile(record.archived));
        rmSync(inArchive(1));
      },
      ['DROPPED SEGMENT 1 1  3', 'ALTERED KEPT 2   1'],
    ],
  ])('%s', async (_what, alter, expected) => {
    alter();
    expect(await saidOfArchive()).toEqual(expected);
  });

  it('without its mark is none, and is said to be none', async () => {
    rmSync(markFile(record.archived));
    await expect(verifyArchive(record.archived, key)).rejects.toThrow('there is no archive');
  });

  it('put back as it once was, says that it holds less: no file in it can tell more', async () => {
    const whole = await verifyArchive(record.archived, key);
    writeFileSync(markFile(record.archived), older.archived);
    rmSync(inArchive(2));
    const report = await verifyArchive(record.archived, key);
    expect(report).toMatchObject({ before: { segments: 0 }, segments: 1, lines: 3, damages: [] });
    expect(report.head).not.toBe(whole.head);
    // Beside it, the record gives it away: it begins where no archive ends.
    await expect(record.archive('2026-01-03')).rejects.toThrow('the record begins with 3');
  });

  it('is not taken for the record, wherever it is put: that has a head', async () => {
    expect(await saidOf(record.archived)).toEqual(['TRUNCATED HEAD    1', 'ALTERED KEPT 1   1']);
    rmSync(record.live, { recursive: true });
    cpSync(record.folder, record.live, { recursive: true });
    expect(await saidOf(record.file)).not.toEqual([]);
    rmSync(mark());
    expect(await saidOf(record.file)).toEqual(['TRUNCATED HEAD    1']);
    expect(await opened()).not.toBe('opened');
  });
});

describe('a discarded segment', () => {
  beforeEach(async () => {
    expect(await record.discard('2026-01-02')).toEqual([1]);
  });

  it('need not be in the archive, which says so and is sound', async () => {
    expect([record.archivedIds(), record.ids()]).toEqual(['r4 r5 r6', 'r7 r8 r9']);
    const report = await verifyArchive(record.archived, key);
    expect(report).toMatchObject({
      before: { segments: 1, lines: 3 },
      segments: 1,
      lines: 3,
      damages: [],
    });
    expect(await saidOf(record.file)).toEqual([]);
  });

  it('is DROPPED where the mark of before is put back', async () => {
    const discarded = readFileSync(markFile(record.archived));
    writeFileSync(markFile(record.archived), older.archived);
    expect(await saidOfArchive()).toEqual(['DROPPED SEGMENT 1 1  3']);
    writeFileSync(markFile(record.archived), discarded);
    expect(await saidOfArchive()).toEqual([]);
  });

  it('leaves no other undamaged one to be discarded with a damage', async () => {
    const text = readFileSync(inArchive(2), 'utf8');
    writeFileSync(inArchive(2), text.replace('"rows":1', '"rows":7'));
    await expect(record.discard('2026-01-03')).rejects.toThrow('(ALTERED, line 2, seq 4)');
    writeFileSync(inArchive(2), text);
    expect(await record.discard('2030-01-01')).toEqual([2]);
    expect(await verifyArchive(record.archived, key)).toMatchObject({
      before: { segments: 2, lines: 6 },
      segments: 0,
      damages: [],
    });
  });
});

it('a mark of another place in the seals than that of its segments is forged', async () => {
  const hmac = new Hmac(key);
  writeFileSync(
    mark(),
    writeMark({ before: { ...noSeal, segment: 2, last: 6 }, last: null }, hmac),
  );
  expect(await saidOf(record.file)).toEqual([...bothDropped, noneOfThis]);
  expect(join(record.live, 'record.kept')).toBe(mark());
});
