import { cpSync, existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { Hmac } from '../../../../src/keys/hmac.js';
import { markFile } from '../../../../src/record/chain/mark.js';
import { verifyArchive } from '../../../../src/record/verify/verifyArchive.js';
import { verifyRecord } from '../../../../src/record/verify/verifyRecord.js';
import { heal } from '../../../../src/record/write/heal.js';
import { projectDir } from '../../../../src/start/projectDir.js';
import { inFaultyProcess } from '../inProcess.js';
import { key } from '../recording.js';
import { faultyDisk } from '../segments/faultyDisk.js';

import { createArchivedRecord, dayAt, type ArchivedRecord } from './archivedRecord.js';

type Fault = 'kill' | 'power' | 'full';

const built = (file: string) =>
  JSON.stringify(pathToFileURL(join(projectDir, 'dist/src/record/archive', file)).href);

let record: ArchivedRecord;
let template: string;
beforeAll(async () => {
  record = await createArchivedRecord();
  template = join(record.dir, 'template');
  cpSync(record.live, template, { recursive: true });
});
afterAll(() => {
  record.remove();
});

/** Runs a command on record and archive, and says how many file operations it made if it came to its end. */
async function run(opening: string, before: string, fault: Fault, at: number): Promise<number> {
  const said = await inFaultyProcess(
    record.dir,
    faultyDisk,
    `const { Archiving } = await import(${built('archiving.js')});
     const { Discarding } = await import(${built('discarding.js')});
     try {
       const command = await ${opening};
       await command.perform(await command.plan(${dayAt(before)}));
       command.close();
     } catch (error) {
       if (error.code !== 'ENOSPC') throw error;
     }
     say(globalThis.operations);`,
    { FAULT: fault, FAULT_AT: String(at) },
  );
  return Number(said);
}

const paths = () => [record.file, record.folder].map((path) => JSON.stringify(path));
const archiving = () => `Archiving.open(${paths().join(', ')}, key, false)`;
const discarding = () => `Discarding.open(${paths().reverse().join(', ')}, key)`;

/** Both verify, and a start finds the record to be one that it can go on with. */
async function bothAreSound(context: string): Promise<void> {
  const { damages } = await verifyRecord(record.file, key);
  expect([context, damages]).toEqual([context, []]);
  await (await heal(record.file, '2026-01-03', new Hmac(key))).file.close();
  if (!existsSync(markFile(record.archived))) {
    // It was not begun.
    expect([context, record.archivedIds()]).toEqual([context, '']);
    return;
  }
  const archive = await verifyArchive(record.archived, key);
  expect([context, archive.damages]).toEqual([context, []]);
}

/** Files that a kill left half made. */
const halfMade = () =>
  [record.live, record.folder].flatMap((dir) =>
    readdirSync(dir).filter((name) => name.endsWith('.made')),
  );

/** The record as it was before anything was archived, and no archive. */
function restore(): void {
  for (const dir of [record.live, record.folder]) rmSync(dir, { recursive: true, force: true });
  cpSync(template, record.live, { recursive: true });
}

const faults: readonly (readonly [string, Fault])[] = [
  ['by a kill', 'kill'],
  ['by a loss of power, which takes what was not yet durable', 'power'],
  ['by a disk that is full for a moment', 'full'],
];

describe('an archiving that is cut off between any two file operations', () => {
  it.each(faults)(
    '%s: record and archive are sound, hold all between them, and the same command goes on',
    async (_how, fault) => {
      restore();
      const count = await run(archiving(), '2026-01-03', fault, 0);
      // The folder, its mark, and of each of two segments a copy, a seal, two marks and a removal.
      expect(count).toBeGreaterThan(50);
      for (let at = 1; at <= count; at += 1) {
        restore();
        await run(archiving(), '2026-01-03', fault, at);
        const context = `${fault} at ${at} of ${count}`;
        await bothAreSound(context);
        const all = new Set(`${record.archivedIds()} ${record.ids()}`.trim().split(' '));
        expect([context, all.size]).toEqual([context, 9]);
        await record.archive('2026-01-03');
        await bothAreSound(context);
        expect([context, record.archivedIds(), record.ids()]).toEqual([
          context,
          'r1 r2 r3 r4 r5 r6',
          'r7 r8 r9',
        ]);
        expect([context, halfMade()]).toEqual([context, []]);
      }
    },
    300_000,
  );
});

describe('a discarding that is cut off between any two file operations', () => {
  it.each(faults)(
    '%s: the archive is sound, and the same command goes on',
    async (_how, fault) => {
      const again = async () => {
        restore();
        await record.archive('2026-01-03');
      };
      await again();
      const count = await run(discarding(), '2026-01-02', fault, 0);
      // A mark and a removal.
      expect(count).toBeGreaterThan(7);
      for (let at = 1; at <= count; at += 1) {
        await again();
        await run(discarding(), '2026-01-02', fault, at);
        const context = `${fault} at ${at} of ${count}`;
        await bothAreSound(context);
        await record.discard('2026-01-02');
        await bothAreSound(context);
        expect([context, record.archivedIds()]).toEqual([context, 'r4 r5 r6']);
        expect([context, halfMade()]).toEqual([context, []]);
      }
    },
    120_000,
  );
});
