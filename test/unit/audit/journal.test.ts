import { appendFileSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { Journal } from '../../../src/audit/journal.js';
import { verifyChain } from '../../../src/audit/verifyChain.js';

import { createRecordDir, entryOf, type RecordDir } from './recording.js';

let record: RecordDir;
beforeEach(() => {
  record = createRecordDir();
});
afterEach(() => {
  record.remove();
});

/** A record of entries with these request ids, closed again. */
async function write(...requestIds: readonly string[]): Promise<void> {
  const journal = await Journal.open(record.file);
  for (const id of requestIds) await journal.append(entryOf(id));
  await journal.close();
}

describe('a record', () => {
  it('holds what was appended, each entry linked to the one before', async () => {
    await write('a', 'b', 'c');
    expect(record.requestIds()).toEqual(['a', 'b', 'c']);
    expect(await verifyChain(record.file)).toEqual({
      lines: 3,
      head: record.lines()[2]!.hash,
      brokenAt: null,
      bytes: readFileSync(record.file).length,
      torn: 0,
    });
  });

  it('is sound where nothing was appended', async () => {
    await write();
    expect(await verifyChain(record.file)).toEqual({
      lines: 0,
      head: '0'.repeat(64),
      brokenAt: null,
      bytes: 0,
      torn: 0,
    });
  });

  it('keeps the order of entries that are appended at once', async () => {
    const journal = await Journal.open(record.file);
    const requestIds = Array.from({ length: 500 }, (_, index) => `r${index}`);
    const appended = requestIds.map(async (id, index) => {
      // Some in this turn of the event loop, some in later ones, while others are being written.
      if (index % 7 === 0) await new Promise((resolve) => setTimeout(resolve, index % 5));
      await journal.append(entryOf(id));
      return id;
    });
    const inOneTurn = Promise.all(['x', 'y', 'z'].map((id) => journal.append(entryOf(id))));
    await Promise.all([...appended, inOneTurn]);
    await journal.close();
    const found = record.requestIds();
    expect([...found].sort()).toEqual([...requestIds, 'x', 'y', 'z'].sort());
    expect(found.filter((id) => 'xyz'.includes(id)).join('')).toBe('xyz');
    expect(await verifyChain(record.file)).toMatchObject({ lines: 503, brokenAt: null });
  });

  it('has an entry in its file once the append of it is settled', async () => {
    const journal = await Journal.open(record.file);
    await journal.append(entryOf('a'));
    expect(record.requestIds()).toEqual(['a']);
    expect(await journal.isHealthy()).toBe(true);
    await journal.close();
  });

  it('waits for what is under way before it closes', async () => {
    const journal = await Journal.open(record.file);
    const appended = ['a', 'b'].map((id) => journal.append(entryOf(id)));
    await journal.close();
    expect(record.requestIds()).toEqual(['a', 'b']);
    await Promise.all(appended);
  });

  it('goes on with its chain when it is opened again', async () => {
    await write('a', 'b');
    await write('c');
    expect(record.lines().map(({ seq }) => seq)).toEqual([1, 2, 3]);
    expect(record.lines()[2]?.prev).toBe(record.lines()[1]?.hash);
    expect(await verifyChain(record.file)).toMatchObject({ lines: 3, brokenAt: null });
  });
});

describe('a last line that a crash left torn', () => {
  it('is cut off on opening, wherever it was torn, and the chain goes on from there', async () => {
    await write('a', 'b', 'c');
    const whole = readFileSync(record.file);
    const before = whole.subarray(0, whole.lastIndexOf(0x0a, -2) + 1);
    // At every byte of the last line, from none of it to all but its line feed.
    for (let length = before.length; length < whole.length; length += 1) {
      writeFileSync(record.file, whole.subarray(0, length));
      expect((await verifyChain(record.file)).torn).toBe(length - before.length);
      const journal = await Journal.open(record.file);
      expect(readFileSync(record.file).equals(before)).toBe(true);
      await journal.append(entryOf('d'));
      await journal.close();
      expect(record.requestIds()).toEqual(['a', 'b', 'd']);
      expect(await verifyChain(record.file)).toMatchObject({ lines: 3, brokenAt: null, torn: 0 });
    }
  }, 60_000);

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
      await (await Journal.open(record.file)).close();
      return 'opened';
    } catch (error) {
      return error instanceof Error ? error.message : 'failed';
    }
  };

  it.each<[string, number, (lines: string[]) => string[]]>([
    ['an entry was altered', 2, ([a, b, c]) => [a!, b!.replace('"rows":1', '"rows":2'), c!]],
    ['an entry was taken out', 2, ([a, , c]) => [a!, c!]],
    ['the first was taken out', 1, ([, b, c]) => [b!, c!]],
    ['entries changed places', 2, ([a, b, c]) => [a!, c!, b!]],
    ['an entry stands twice', 3, ([a, b, c]) => [a!, b!, b!, c!]],
    ['a line is empty', 2, ([a, b, c]) => [a!, '', b!, c!]],
    ['a line in the midst is torn', 2, ([a, b, c]) => [a!, b!.slice(0, 50), c!]],
    ['the last line is whole and altered', 3, ([a, b, c]) => [a!, b!, c!.replace('OK', 'NO')]],
  ])('%s', async (_what, at, alter) => {
    await write('a', 'b', 'c');
    expect(await opened()).toBe('opened');
    const altered = `${alter(record.text().trimEnd().split('\n')).join('\n')}\n`;
    writeFileSync(record.file, altered);
    expect(await opened()).toBe(
      `the record ${record.file} is broken at line ${at}: restore it, or set it aside`,
    );
    expect(record.text()).toBe(altered);
  });

  it('and can be opened once it is restored', async () => {
    await write('a', 'b');
    const whole = record.text();
    writeFileSync(record.file, whole.replace('"rows":1', '"rows":2'));
    expect(await opened()).toMatch(/is broken at line 1/);
    writeFileSync(record.file, whole);
    expect(await opened()).toBe('opened');
  });

  it('while one that was cut off at the end of a line cannot be told from a shorter one', async () => {
    await write('a', 'b');
    truncateSync(record.file, record.text().indexOf('\n') + 1);
    expect(await opened()).toBe('opened');
  });
});
