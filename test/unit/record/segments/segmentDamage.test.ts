import {
  appendFileSync,
  copyFileSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { sealsFile, segmentFile } from '../../../../src/record/chain/segmentFiles.js';
import { verifyRecord } from '../../../../src/record/verify/verifyRecord.js';
import { RecordWriter } from '../../../../src/record/write/recordWriter.js';
import { createRecordDir, entryOf, key, type RecordDir } from '../recording.js';

/** Nine entries: three in each of two sealed segments, and in the open one. */
let record: RecordDir;
beforeEach(async () => {
  record = createRecordDir();
  let now = Date.parse('2026-01-01T12:00:00+08:00');
  const writer = await RecordWriter.open(record.file, key, { now: () => now });
  for (let at = 1; at <= 9; at += 1) {
    await writer.append(entryOf(`r${at}`));
    if (at % 3 === 0) now += 86_400_000;
  }
  await writer.close();
});
afterEach(() => {
  record.remove();
});

const first = () => segmentFile(record.file, 1);
const second = () => segmentFile(record.file, 2);
const seals = () => sealsFile(record.file);

function edit(file: string, change: (lines: string[]) => readonly string[]): void {
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
  writeFileSync(
    file,
    change(lines)
      .map((line) => `${line}\n`)
      .join(''),
  );
}

/** Kind, part, segment, seq, line, count. */
const said = async () =>
  (await verifyRecord(record.file, key)).damages.map(({ kind, part, segment, seq, line, count }) =>
    [kind, part, segment, seq, line, count].join(' '),
  );

async function opened(): Promise<string> {
  try {
    await (await RecordWriter.open(record.file, key)).close();
    return 'opened';
  } catch (error) {
    return error instanceof Error ? error.message : 'failed';
  }
}

const other = (line = '') => line.replace('"rows":1', '"rows":7');

describe('a sealed segment', () => {
  it.each<[string, () => void, readonly string[]]>([
    ['nothing', () => undefined, []],
    [
      'an altered entry',
      () => {
        edit(second(), ([h, a, b, c]) => [h!, a!, other(b), c!]);
      },
      ['ALTERED LINE 2 5 3 1'],
    ],
    [
      'an altered entry of the first, which has no header',
      () => {
        edit(first(), ([a, b, c]) => [a!, other(b), c!]);
      },
      ['ALTERED LINE 1 2 2 1'],
    ],
    [
      'a dropped entry',
      () => {
        edit(second(), ([h, a, , c]) => [h!, a!, c!]);
      },
      ['DROPPED LINE 2 5 3 1'],
    ],
    [
      'entries that changed places',
      () => {
        edit(second(), ([h, a, b, c]) => [h!, b!, a!, c!]);
      },
      ['REORDERED LINE 2 4 3 1'],
    ],
    [
      'an inserted entry',
      () => {
        edit(second(), ([h, a, b, c]) => [h!, a!, other(a), b!, c!]);
      },
      ['INSERTED LINE 2 5 3 1'],
    ],
    [
      'an entry of a later segment',
      () => {
        const [, line] = readFileSync(record.file, 'utf8').split('\n');
        appendFileSync(first(), `${line}\n`);
      },
      ['INSERTED LINE 1 4 4 1'],
    ],
    [
      'a cut end',
      () => {
        edit(second(), ([h, a]) => [h!, a!]);
      },
      ['TRUNCATED LINE 2 5 3 2'],
    ],
    [
      'an end cut within a line',
      () => {
        truncateSync(first(), readFileSync(first()).length - 10);
      },
      ['TRUNCATED LINE 1 3 3 1'],
    ],
    [
      'something added behind it',
      () => {
        appendFileSync(second(), 'x');
      },
      ['INSERTED LINE 2 7 5 1'],
    ],
    [
      'all its lines gone',
      () => {
        truncateSync(second(), 0);
      },
      ['TRUNCATED LINE 2 4 1 3'],
    ],
    [
      'the file gone',
      () => {
        rmSync(second());
      },
      ['DROPPED SEGMENT 2 4  3'],
    ],
    [
      'a link in its place',
      () => {
        renameSync(second(), `${second()}.away`);
        symlinkSync(`${second()}.away`, second());
      },
      ['DROPPED SEGMENT 2 4  3'],
    ],
    [
      'an altered header',
      () => {
        edit(second(), ([h, ...l]) => [h!.replace('"day":"2026', '"day":"2027'), ...l]);
      },
      ['ALTERED SEGMENT 2 4 1 3', 'INSERTED LINE 2 4 1 1'],
    ],
    [
      'no header',
      () => {
        edit(second(), ([, ...l]) => l);
      },
      ['ALTERED SEGMENT 2 4 1 3'],
    ],
    [
      'the copy of another',
      () => {
        copyFileSync(first(), second());
      },
      ['ALTERED SEGMENT 2 4 1 3', 'INSERTED LINE 2 1 1 3', 'TRUNCATED LINE 2 4 4 3'],
    ],
    [
      'two that changed places',
      () => {
        renameSync(first(), `${first()}.away`);
        renameSync(second(), first());
        renameSync(`${first()}.away`, second());
      },
      [
        'REORDERED SEGMENT 1 1 1 3',
        'ALTERED SEGMENT 2 4 1 3',
        'INSERTED LINE 2 1 1 3',
        'TRUNCATED LINE 2 4 4 3',
      ],
    ],
  ])('is verified, and each damage placed: %s', async (_what, alter, expected) => {
    alter();
    expect(await said()).toEqual(expected);
  });

  it.each<[string, () => void, string]>([
    [
      'gone',
      () => {
        rmSync(first());
      },
      'lacks its segment',
    ],
    [
      'shorter',
      () => {
        truncateSync(first(), 10);
      },
      'not as long as its seal says (TRUNCATED)',
    ],
    [
      'longer',
      () => {
        appendFileSync(second(), 'x');
      },
      'not as long as its seal says (ALTERED)',
    ],
    [
      'a link',
      () => {
        renameSync(second(), `${second()}.away`);
        symlinkSync(`${second()}.away`, second());
      },
      'is no plain file',
    ],
  ])('keeps a start where it is %s', async (_what, alter, message) => {
    expect(await opened()).toBe('opened');
    alter();
    expect(await opened()).toContain(message);
  });

  it('is not read by a start, which takes no longer for it', async () => {
    edit(second(), ([h, a, b, c]) => [h!, a!, other(b), c!]);
    expect(await opened()).toBe('opened');
  });
});

describe('the seals', () => {
  it.each<[string, () => void, readonly string[]]>([
    [
      'that are gone',
      () => {
        rmSync(seals());
      },
      ['TRUNCATED SEALS   1 1'],
    ],
    [
      'of which the last is gone',
      () => {
        edit(seals(), ([a]) => [a!]);
      },
      ['TRUNCATED SEALS   2 1'],
    ],
    [
      'of which the first is gone',
      () => {
        edit(seals(), ([, b]) => [b!]);
      },
      ['ALTERED SEALS   1 1'],
    ],
    [
      'of which one was altered',
      () => {
        edit(seals(), ([a, b]) => [a!, b!.replace('"last":6', '"last":5')]);
      },
      ['ALTERED SEALS   2 1'],
    ],
    [
      'that changed places',
      () => {
        edit(seals(), ([a, b]) => [b!, a!]);
      },
      ['ALTERED SEALS   1 1'],
    ],
    [
      'of which one stands twice',
      () => {
        edit(seals(), ([a, b]) => [a!, b!, b!]);
      },
      ['ALTERED SEALS   3 1'],
    ],
    [
      'that are gone, with a damage to a line',
      () => {
        rmSync(seals());
        edit(second(), ([h, a, b, c]) => [h!, a!, other(b), c!]);
      },
      ['ALTERED LINE 2 5 3 1', 'TRUNCATED SEALS   1 1'],
    ],
  ])('%s are told, and keep a start', async (_what, alter, expected) => {
    alter();
    expect(await said()).toEqual(expected);
    expect(await opened()).not.toBe('opened');
  });

  it('of another record under the same key do not fit it', async () => {
    const elsewhere = createRecordDir();
    let now = Date.parse('2026-01-01T12:00:00+08:00');
    const writer = await RecordWriter.open(elsewhere.file, key, { now: () => now });
    for (let at = 1; at <= 9; at += 1) {
      await writer.append(entryOf(`other${at}`));
      if (at % 3 === 0) now += 86_400_000;
    }
    await writer.close();
    copyFileSync(sealsFile(elsewhere.file), seals());
    elsewhere.remove();
    expect(await said()).not.toEqual([]);
    expect(await opened()).not.toBe('opened');
  });

  it('that a crash has left torn are gone on with', async () => {
    appendFileSync(seals(), '{"segment":3,"fir');
    expect(await said()).toEqual([]);
    const writer = await RecordWriter.open(record.file, key, { maxBytes: 1 });
    await writer.append(entryOf('r10'));
    await writer.close();
    expect(await said()).toEqual([]);
    expect(readFileSync(seals(), 'utf8').split('\n').length).toBe(4);
  });
});

describe('the open segment, behind sealed ones', () => {
  it('that is just being sealed, as it seems, is looked at again', async () => {
    const open = `${record.file}.next`;
    renameSync(record.file, open);
    copyFileSync(second(), record.file);
    const verified = said();
    setTimeout(() => {
      renameSync(open, record.file);
    }, 20);
    expect(await verified).toEqual([]);
  });

  it.each<[string, () => void, readonly string[]]>([
    [
      'an altered entry',
      () => {
        edit(record.file, ([h, a, b, c]) => [h!, a!, other(b), c!]);
      },
      ['ALTERED LINE 3 8 3 1'],
    ],
    [
      'a cut end',
      () => {
        edit(record.file, ([h, a]) => [h!, a!]);
      },
      ['TRUNCATED LINE 3 8 3 2'],
    ],
    [
      'the file gone',
      () => {
        rmSync(record.file);
      },
      ['TRUNCATED LINE 3 7 1 3'],
    ],
    [
      'the file gone, and the head',
      () => {
        rmSync(record.file);
        rmSync(record.headFile);
      },
      ['TRUNCATED HEAD    1'],
    ],
    [
      'the copy of a sealed one',
      () => {
        copyFileSync(second(), record.file);
      },
      ['REORDERED SEGMENT 3 7 1 3', 'INSERTED LINE 3 4 2 3', 'TRUNCATED LINE 3 7 5 3'],
    ],
    [
      'put back to before the last seal, with the head',
      () => {
        record.writeHead(record.lines()[4]!);
        rmSync(record.file);
      },
      ['ALTERED HEAD    1'],
    ],
  ])('%s', async (_what, alter, expected) => {
    alter();
    expect(await said()).toEqual(expected);
    expect(await opened()).not.toBe('opened');
  });
});
