import { readFileSync } from 'node:fs';

import { describe, expect, it } from '@jest/globals';

import { verifyRecord } from '../../../../src/record/verify/verifyRecord.js';
import { RecordWriter } from '../../../../src/record/write/recordWriter.js';
import { inFaultyProcess } from '../inProcess.js';
import { createRecordDir, entryOf, key } from '../recording.js';

import { faultyDisk } from './faultyDisk.js';

type Fault = 'kill' | 'power' | 'full';

/**
 * Three entries, a segment each: so the second and the third are written behind a sealing. What was
 * refused is appended again. It says the ids of what is durable, and then the number of file operations.
 */
async function run(fault: Fault, at: number) {
  const record = createRecordDir();
  const entries = ['a', 'b', 'c'].map((id) => entryOf(id));
  const said = await inFaultyProcess(
    record.dir,
    faultyDisk,
    `import { writeSync } from 'node:fs';
     const tell = (text) => writeSync(1, text + ' ');
     const open = () => RecordWriter.open(${JSON.stringify(record.file)}, key, { maxBytes: 1 });
     const writer = await open().catch((error) => error.code === 'ENOSPC' ? open() : Promise.reject(error));
     for (const entry of ${JSON.stringify(entries)}) {
       await writer.append(entry).catch(() => writer.append(entry));
       tell(entry.requestId);
     }
     const count = globalThis.operations;
     await writer.close().catch(() => undefined);
     tell(count);`,
    { FAULT: fault, FAULT_AT: String(at) },
  );
  const words = said
    .trim()
    .split(' ')
    .filter((word) => word !== '');
  return { record, durable: words.filter((word) => /^[a-c]$/.test(word)), words };
}

const sound = async (file: string, context: string) => {
  const { damages } = await verifyRecord(file, key);
  expect([context, damages]).toEqual([context, []]);
};

describe('a sealing that is cut off between any two file operations', () => {
  it.each<[string, Fault]>([
    ['by a kill', 'kill'],
    ['by a loss of power, which takes what was not yet durable', 'power'],
    ['by a disk that is full for a moment', 'full'],
  ])(
    '%s: the record is sound, and goes on with all that was told to be on it',
    async (_how, fault) => {
      const whole = await run(fault, 0);
      const count = Number(whole.words.at(-1));
      whole.record.remove();
      // Opening, and two sealings of head, seal, name and header, each made durable.
      expect(count).toBeGreaterThan(25);
      for (let at = 1; at <= count; at += 1) {
        const { record, durable } = await run(fault, at);
        const context = `${fault} at ${at} of ${count}`;
        if (fault === 'full') expect([context, ...durable]).toEqual([context, 'a', 'b', 'c']);
        await sound(record.file, context);
        const writer = await RecordWriter.open(record.file, key, { maxBytes: 1 });
        await writer.append(entryOf('z'));
        await writer.close();
        const ids = record.requestIds();
        expect([context, ids.filter((id) => durable.includes(id)), ids.at(-1)]).toEqual([
          context,
          durable,
          'z',
        ]);
        await sound(record.file, context);
        expect(readFileSync(record.file, 'utf8').split('\n').length).toBe(ids.length === 1 ? 2 : 3);
        record.remove();
      }
    },
    120_000,
  );
});
