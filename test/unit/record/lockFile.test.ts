import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, writeFileSync } from 'node:fs';

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { inProcess } from './inProcess.js';
import { createRecordDir, entryOf, type RecordDir } from './recording.js';
import { startHolder } from './startHolder.js';

let record: RecordDir;
let lock: string;
beforeEach(() => {
  record = createRecordDir();
  lock = `${record.file}.held`;
});
afterEach(() => {
  record.remove();
});

const refusal = () => `${lock} is held by another gateway: two cannot write one record`;

/** Whether a process could take the lock for itself, and what it was told if not. */
function takeLock(): Promise<string> {
  return inProcess(
    record.dir,
    `try {
       lockFile(${JSON.stringify(lock)}).release();
       say('taken and released');
     } catch ({ message }) { say(message); }`,
  );
}

/** Opens the record in a process of its own, and appends an entry to it. */
function appendOne(): Promise<string> {
  return inProcess(
    record.dir,
    `try {
       const writer = await RecordWriter.open(${JSON.stringify(record.file)}, key);
       await writer.append(${JSON.stringify(entryOf('a'))});
       await writer.close();
       say('appended');
     } catch ({ message }) { say(message); }`,
  );
}

async function end(child: ChildProcess): Promise<void> {
  const exited = once(child, 'exit');
  child.kill('SIGKILL');
  await exited;
}

describe('the lock of a record', () => {
  it('is taken, released, and taken again', async () => {
    expect(await takeLock()).toBe('taken and released');
    expect(await takeLock()).toBe('taken and released');
  });

  it('is refused while another process holds it, and free once that has died', async () => {
    const holder = await startHolder(record.dir, lock);
    try {
      expect(await appendOne()).toBe(refusal());
      expect(existsSync(record.file)).toBe(false);
    } finally {
      await end(holder);
    }
    expect(await appendOne()).toBe('appended');
    expect(record.requestIds()).toEqual(['a']);
  });

  it('is refused while this very process holds it', async () => {
    const second = await inProcess<string>(
      record.dir,
      `const writer = await RecordWriter.open(${JSON.stringify(record.file)}, key);
       const second = await RecordWriter.open(${JSON.stringify(record.file)}, key)
         .then(() => 'opened', ({ message }) => message);
       say(second);
       await writer.close();`,
    );
    expect(second).toBe(refusal());
  });

  it('is released where the record turns out to be broken', async () => {
    writeFileSync(record.file, 'no record\n');
    expect(await appendOne()).toMatch(/is broken at line 1/);
    expect(await takeLock()).toBe('taken and released');
  });

  it('is not taken where its folder is missing', async () => {
    lock = `${record.dir}/missing/record.held`;
    expect(await takeLock()).toMatch(/cannot be locked: it lies in a folder/);
  });
});
