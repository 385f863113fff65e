import { appendFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { Hmac } from '../../../src/keys/hmac.js';
import { verifyRecord } from '../../../src/record/verify/verifyRecord.js';
import { heal } from '../../../src/record/write/heal.js';
import { RecordWriter } from '../../../src/record/write/recordWriter.js';

import { createRecordDir, entryOf, key, type RecordDir } from './recording.js';

let record: RecordDir;
beforeEach(() => {
  record = createRecordDir();
});
afterEach(() => {
  record.remove();
});

/** Opens the record on the day of its entries. */
const open = () =>
  RecordWriter.open(record.file, key, { now: () => Date.parse('2026-01-01T00:00:00Z') });

/** A record of entries with these request ids, closed again. */
async function write(...requestIds: readonly string[]): Promise<void> {
  const writer = await open();
  for (const id of requestIds) await writer.append(entryOf(id));
  await writer.close();
}

describe('a record', () => {
  it('holds what was appended, each entry linked to the one before', async () => {
    await write('a', 'b', 'c');
    expect(record.requestIds()).toEqual(['a', 'b', 'c']);
    expect(await verifyRecord(record.file, key)).toEqual({
      before: { segments: 0, lines: 0 },
      segments: 1,
      lines: 3,
      head: record.lines()[2]!.hash,
      damages: [],
      bytes: readFileSync(record.file).length,
      torn: 0,
    });
  });

  it('is sound where nothing was appended', async () => {
    await write();
    expect(await verifyRecord(record.file, key)).toEqual({
      before: { segments: 0, lines: 0 },
      segments: 1,
      lines: 0,
      head: '0'.repeat(64),
      damages: [],
      bytes: 0,
      torn: 0,
    });
  });

  it('keeps the order of entries that are appended at once', async () => {
    const writer = await RecordWriter.open(record.file, key);
    const requestIds = Array.from({ length: 500 }, (_, index) => `r${index}`);
    const appended = requestIds.map(async (id, index) => {
      // Some in this turn of the event loop, some in later ones, while others are being written.
      if (index % 7 === 0) await new Promise((resolve) => setTimeout(resolve, index % 5));
      await writer.append(entryOf(id));
      return id;
    });
    const inOneTurn = Promise.all(['x', 'y', 'z'].map((id) => writer.append(entryOf(id))));
    await Promise.all([...appended, inOneTurn]);
    await writer.close();
    const found = record.requestIds();
    expect([...found].sort()).toEqual([...requestIds, 'x', 'y', 'z'].sort());
    expect(found.filter((id) => 'xyz'.includes(id)).join('')).toBe('xyz');
    expect(await verifyRecord(record.file, key)).toMatchObject({ lines: 503, damages: [] });
  });

  it('has an entry in its file once the append of it is settled', async () => {
    const writer = await RecordWriter.open(record.file, key);
    await writer.append(entryOf('a'));
    expect(record.requestIds()).toEqual(['a']);
    expect(await writer.isHealthy()).toBe(true);
    await writer.close();
  });

  it('waits a moment for those that are said to be under way, and writes them together', async () => {
    const writer = await RecordWriter.open(record.file, key);
    const settled: string[] = [];
    const append = (id: string, underWay: number) =>
      writer.append(entryOf(id), underWay).then(() => settled.push(id));
    const first = append('a', 2);
    await new Promise(setImmediate);
    expect(record.requestIds()).toEqual([]);
    const second = append('b', 2);
    await first;
    // One batch: neither is durable before the other.
    expect(record.requestIds()).toEqual(['a', 'b']);
    await second;
    expect(settled).toEqual(['a', 'b']);
    await writer.close();
  });

  it('does not wait long for who never comes', async () => {
    const writer = await RecordWriter.open(record.file, key);
    await writer.append(entryOf('a'), 1_000);
    expect(record.requestIds()).toEqual(['a']);
    await writer.close();
  });

  it('waits for what is under way before it closes', async () => {
    const writer = await RecordWriter.open(record.file, key);
    const appended = ['a', 'b'].map((id) => writer.append(entryOf(id)));
    await writer.close();
    expect(record.requestIds()).toEqual(['a', 'b']);
    await Promise.all(appended);
  });

  it('takes nothing once it is closed', async () => {
    const writer = await RecordWriter.open(record.file, key);
    await writer.append(entryOf('a'));
    await writer.close();
    await expect(writer.append(entryOf('b'))).rejects.toMatchObject({ code: 'NOT_READY' });
    expect(record.requestIds()).toEqual(['a']);
  });

  it('goes on with its chain when it is opened again', async () => {
    await write('a', 'b');
    await write('c');
    expect(record.lines().map(({ seq }) => seq)).toEqual([1, 2, 3]);
    expect(record.lines()[2]?.prev).toBe(record.lines()[1]?.hash);
    expect(await verifyRecord(record.file, key)).toMatchObject({ lines: 3, damages: [] });
  });
});

describe('a last line that a crash left torn', () => {
  /** At every so many bytes of the last line of three, from none of it to all but its line feed. */
  async function tearing(every: number, then: (before: Buffer) => Promise<void>): Promise<void> {
    await write('a', 'b', 'c');
    const whole = readFileSync(record.file);
    const before = whole.subarray(0, whole.lastIndexOf(0x0a, -2) + 1);
    const [, second] = record.lines();
    for (let length = before.length; length < whole.length; length += every) {
      writeFileSync(record.file, whole.subarray(0, length));
      record.writeHead(second!);
      expect((await verifyRecord(record.file, key)).torn).toBe(length - before.length);
      await then(before);
    }
  }

  it('is cut off, wherever it was torn', async () => {
    await tearing(1, async (before) => {
      const { file } = await heal(record.file, '2026-01-01', new Hmac(key));
      await file.close();
      expect(readFileSync(record.file).equals(before)).toBe(true);
    });
  });

  it('is cut off on opening, and the chain goes on from there', async () => {
    await tearing(50, async (before) => {
      const writer = await open();
      expect(readFileSync(record.file).equals(before)).toBe(true);
      await writer.append(entryOf('d'));
      await writer.close();
      expect(record.requestIds()).toEqual(['a', 'b', 'd']);
      expect(await verifyRecord(record.file, key)).toMatchObject({
        lines: 3,
        damages: [],
        torn: 0,
      });
    });
  });

  it('is cut off where it is the first', async () => {
    writeFileSync(record.file, '{"seq":1,"prev":"00');
    await write('a');
    expect(record.requestIds()).toEqual(['a']);
  });

  it('is healed before anything else may be appended', async () => {
    await write('a');
    appendFileSync(record.file, '{"seq":2,');
    await write('b', 'c');
    expect(record.requestIds()).toEqual(['a', 'b', 'c']);
  });
});

describe('a record that is broken otherwise is not opened, and not touched', () => {
  const opened = async (): Promise<string> => {
    try {
      await (await RecordWriter.open(record.file, key)).close();
      return 'opened';
    } catch (error) {
      return error instanceof Error ? error.message : 'failed';
    }
  };

  it.each<[string, string, (lines: string[]) => string[]]>([
    [
      'an entry was altered',
      '2 (ALTERED)',
      ([a, b, c]) => [a!, b!.replace('"rows":1', '"rows":2'), c!],
    ],
    ['an entry was taken out', '2 (DROPPED)', ([a, , c]) => [a!, c!]],
    ['the first was taken out', '1 (DROPPED)', ([, b, c]) => [b!, c!]],
    ['entries changed places', '3 (REORDERED)', ([a, b, c]) => [a!, c!, b!]],
    ['an entry stands twice', '3 (INSERTED)', ([a, b, c]) => [a!, b!, b!, c!]],
    ['a line is empty', '2 (INSERTED)', ([a, b, c]) => [a!, '', b!, c!]],
    ['a line in the midst is torn', '2 (ALTERED)', ([a, b, c]) => [a!, b!.slice(0, 50), c!]],
    ['the last was cut off', '3 (TRUNCATED)', ([a, b]) => [a!, b!]],
    [
      'the last line is whole and altered',
      '3 (ALTERED)',
      ([a, b, c]) => [a!, b!, c!.replace('OK', 'NO')],
    ],
  ])('%s', async (_what, at, alter) => {
    await write('a', 'b', 'c');
    expect(await opened()).toBe('opened');
    const altered = `${alter(record.text().trimEnd().split('\n')).join('\n')}\n`;
    writeFileSync(record.file, altered);
    expect(await opened()).toBe(
      `the record ${record.file} is broken at line ${at}: restore it, or set it aside with its head; or the master key is another`,
    );
    expect(record.text()).toBe(altered);
  });

  it('and can be opened once it is restored', async () => {
    await write('a', 'b');
    const whole = record.text();
    writeFileSync(record.file, whole.replace('"rows":1', '"rows":2'));
    expect(await opened()).toMatch(/is broken at line 1 \(ALTERED\)/);
    writeFileSync(record.file, whole);
    expect(await opened()).toBe('opened');
  });

  it.each<[string, string, () => void]>([
    [
      'is missing',
      'TRUNCATED',
      () => {
        rmSync(record.headFile);
      },
    ],
    [
      'was made by another',
      'ALTERED',
      () => {
        writeFileSync(record.headFile, 'no head\n');
      },
    ],
    [
      'is of another line',
      'ALTERED',
      () => {
        record.writeHead({ seq: 2, hash: record.lines()[0]!.hash });
      },
    ],
  ])('where the head %s', async (_what, kind, alter) => {
    await write('a', 'b');
    alter();
    expect(await opened()).toContain(`is not what its head says (${kind})`);
    expect(record.requestIds()).toEqual(['a', 'b']);
  });
});

describe('the head of a record', () => {
  it('is at its last line once an append is settled, and is made with the record', async () => {
    const writer = await RecordWriter.open(record.file, key);
    expect(record.head()).toMatchObject({ seq: 0 });
    for (const [at, id] of ['a', 'b', 'c'].entries()) {
      await writer.append(entryOf(id));
      const { seq, hash } = record.lines()[at]!;
      expect(record.head()).toMatchObject({ seq, hash });
    }
    await writer.close();
  });

  it('may lag behind, as a kill between a batch and it leaves it, and is brought up', async () => {
    await write('a', 'b', 'c');
    const [first, , third] = record.lines();
    record.writeHead(first!);
    expect(await verifyRecord(record.file, key)).toMatchObject({ lines: 3, damages: [] });
    await write();
    expect(record.head()).toMatchObject({ seq: 3, hash: third!.hash });
  });
});
