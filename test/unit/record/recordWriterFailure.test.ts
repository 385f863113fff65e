import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { verifyRecord } from '../../../src/record/verify/verifyRecord.js';

import { inProcess } from './inProcess.js';
import { createRecordDir, entryOf, key, type RecordDir } from './recording.js';

let record: RecordDir;
beforeEach(() => {
  record = createRecordDir();
});
afterEach(() => {
  record.remove();
});

/**
 * Appends entries of these sizes, one after the other, to a record that may not grow beyond so many
 * KiB, as on a full disk. Gives what each append came to.
 */
function appendAll(sizes: readonly number[], maxFileSize: number): Promise<readonly string[]> {
  const entries = sizes.map((size, index) => entryOf(`r${index}`, { outcome: 'x'.repeat(size) }));
  return inProcess(
    record.dir,
    `const writer = await RecordWriter.open(${JSON.stringify(record.file)}, key);
     const told = [];
     for (const entry of ${JSON.stringify(entries)}) {
       const how = await writer.append(entry).then(() => 'OK', ({ code, message }) => code + ': ' + message);
       told.push(how + ((await writer.isHealthy()) ? '' : ' (not healthy)'));
     }
     await writer.close();
     say(told);`,
    maxFileSize,
  );
}

const failed = 'NOT_READY: The channel cannot answer lawfully now; try again. (not healthy)';

describe('a record that cannot be written', () => {
  it('is written while there is room', async () => {
    expect(await appendAll([10, 1_000, 10], 64)).toEqual(['OK', 'OK', 'OK']);
    expect(record.requestIds()).toEqual(['r0', 'r1', 'r2']);
  });

  it('refuses what it could not make durable, and holds nothing of it once it recovers', async () => {
    expect(await appendAll([10, 10_000, 10], 4)).toEqual(['OK', failed, 'OK']);
    expect(record.requestIds()).toEqual(['r0', 'r2']);
    expect(await verifyRecord(record.file, key)).toMatchObject({ lines: 2, damages: [], torn: 0 });
  });

  it('refuses again and again while it lasts', async () => {
    const told = await appendAll([10, 10_000, 10_000, 10_000], 4);
    expect(told).toEqual(['OK', failed, failed, failed]);
    expect((await verifyRecord(record.file, key)).lines).toBe(1);
  });

  it('is healed on opening, should it never have recovered', async () => {
    await appendAll([10, 10_000], 4);
    expect((await verifyRecord(record.file, key)).torn).toBeGreaterThan(0);
    expect(await appendAll([10], 64)).toEqual(['OK']);
    expect(await verifyRecord(record.file, key)).toMatchObject({ lines: 2, damages: [], torn: 0 });
  });
});
