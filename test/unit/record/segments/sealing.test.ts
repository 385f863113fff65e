import { readFileSync, statSync } from 'node:fs';

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { segmentFile, sealsFile } from '../../../../src/record/chain/segmentFiles.js';
import { verifyRecord } from '../../../../src/record/verify/verifyRecord.js';
import { RecordWriter } from '../../../../src/record/write/recordWriter.js';
import { createRecordDir, entryOf, key, type RecordDir } from '../recording.js';

let record: RecordDir;
let now = 0;
beforeEach(() => {
  record = createRecordDir();
  now = Date.parse('2026-01-01T12:00:00+08:00');
});
afterEach(() => {
  record.remove();
});

const open = (maxBytes?: number) =>
  RecordWriter.open(record.file, key, {
    now: () => now,
    ...(maxBytes !== undefined && { maxBytes }),
  });

async function append(writer: RecordWriter, ...ids: readonly string[]): Promise<void> {
  for (const id of ids) await writer.append(entryOf(id, { at: new Date(now).toISOString() }));
}

/** The request ids of a file’s entries, behind its header, if any. */
function idsOf(file: string): string {
  return [...readFileSync(file, 'utf8').matchAll(/"requestId":"(\w+)"/g)]
    .map(([, id]) => id)
    .join(' ');
}

const sealed = (segment: number) => idsOf(segmentFile(record.file, segment));
const sound = async () => {
  const { segments, lines, damages, torn } = await verifyRecord(record.file, key);
  expect([damages, torn]).toEqual([[], 0]);
  return [segments, lines];
};

describe('a segment of the record', () => {
  it('is sealed once it is as long as is stated, and the next goes on with its chain', async () => {
    const writer = await open(1_000);
    await append(writer, 'a', 'b', 'c', 'd', 'e');
    await writer.close();
    expect([sealed(1), sealed(2), idsOf(record.file)]).toEqual(['a b', 'c d', 'e']);
    expect(record.lines().map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5]);
    expect(await sound()).toEqual([3, 5]);
  });

  it('names the seal before in its header, and a seal names the one before it', async () => {
    const writer = await open(1);
    await append(writer, 'a', 'b', 'c');
    await writer.close();
    const [first, second] = readFileSync(sealsFile(record.file), 'utf8').trimEnd().split('\n');
    expect(JSON.parse(first!)).toEqual({
      segment: 1,
      first: 1,
      last: 1,
      hash: record.lines()[0]!.hash,
      bytes: statSync(segmentFile(record.file, 1)).size,
      before: '0'.repeat(64),
      mac: expect.stringMatching(/^[\w-]{43}$/) as unknown,
    });
    const [header] = readFileSync(segmentFile(record.file, 2), 'utf8').split('\n');
    const { before } = JSON.parse(second!) as { before: string };
    expect(before).toMatch(/^(?!0{64})[0-9a-f]{64}$/);
    expect(JSON.parse(header!)).toEqual({
      segment: 2,
      seal: before,
      day: '2026-01-01',
      mac: expect.stringMatching(/^[\w-]{43}$/) as unknown,
    });
  });

  it('is sealed on the first entry of another day in China', async () => {
    const writer = await open();
    now = Date.parse('2026-01-01T15:59:59.999Z');
    await append(writer, 'a', 'b');
    now += 1;
    await append(writer, 'c', 'd');
    await writer.close();
    expect([sealed(1), idsOf(record.file)]).toEqual(['a b', 'c d']);
    expect(await sound()).toEqual([2, 4]);
  });

  it('is not sealed by a clock that goes back over midnight, nor by its return', async () => {
    const writer = await open();
    now = Date.parse('2026-01-02T00:00:01+08:00');
    await append(writer, 'a');
    now -= 2_000;
    await append(writer, 'b');
    now += 2_000;
    await append(writer, 'c');
    await writer.close();
    expect(await sound()).toEqual([1, 3]);
  });

  it('is sealed by a later start, where its day is over; an empty one is not', async () => {
    await (await open()).close();
    now += 86_400_000;
    let writer = await open();
    await append(writer, 'a');
    await writer.close();
    now += 86_400_000;
    writer = await open();
    expect(await sound()).toEqual([1, 1]);
    await append(writer, 'b');
    await writer.close();
    expect([sealed(1), idsOf(record.file)]).toEqual(['a', 'b']);
  });

  it('may be the record of the former form, as it stands', async () => {
    let writer = await open();
    await append(writer, 'a', 'b');
    await writer.close();
    const former = readFileSync(record.file);
    expect(former.toString('utf8')).not.toContain('"segment"');
    writer = await open(1);
    await append(writer, 'c');
    await writer.close();
    expect(readFileSync(segmentFile(record.file, 1)).equals(former)).toBe(true);
    expect(await sound()).toEqual([2, 3]);
  });

  it('is sealed under load, between batches, and no entry is lost', async () => {
    const writer = await open(5_000);
    const ids = Array.from({ length: 300 }, (_, index) => `r${index}`);
    await Promise.all(
      ids.map(async (id, index) => {
        await new Promise((resolve) => setTimeout(resolve, index % 40));
        await append(writer, id);
      }),
    );
    // Verified while it is written and sealed, it is sound too.
    const more = append(writer, ...ids.slice(0, 60).map((id) => `${id}x`));
    for (let times = 0; times < 10; times += 1) await sound();
    await more;
    await writer.close();
    expect([...record.requestIds()].sort()).toEqual(
      [...ids, ...ids.slice(0, 60).map((id) => `${id}x`)].sort(),
    );
    const [segments, lines] = await sound();
    expect(segments).toBeGreaterThan(4);
    expect(lines).toBe(360);
  });
});
