import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { inProcess } from './inProcess.js';
import { createRecordDir, entryOf, type RecordDir } from './recording.js';

let record: RecordDir;
let lock: string;
beforeEach(() => {
  record = createRecordDir();
  lock = `${record.file}.lock`;
});
afterEach(() => {
  record.remove();
});

/** A process that does nothing but live. */
async function startHolder(): Promise<{ child: ChildProcess; pid: number }> {
  const child = spawn('sleep', ['60'], { stdio: 'ignore' });
  await once(child, 'spawn');
  return { child, pid: child.pid! };
}

async function end(child: ChildProcess): Promise<void> {
  const exited = once(child, 'exit');
  child.kill('SIGKILL');
  await exited;
}

/** Whether a process could take the lock for itself, and what it was told if not. */
function takeLock(before = ''): Promise<string> {
  return inProcess(
    record.dir,
    `const path = ${JSON.stringify(lock)};
     ${before}
     try {
       const held = await lockFile(path);
       const isMine = readFileSync(path, 'utf8') === String(process.pid);
       await held.release();
       say(isMine && !existsSync(path) ? 'taken and released' : 'not taken');
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

describe('the lock of a record', () => {
  it('stands for the process that holds it, until it is released', async () => {
    expect(await takeLock()).toBe('taken and released');
  });

  it('is refused while another process that lives holds it, and taken over once it has died', async () => {
    const { child, pid } = await startHolder();
    try {
      writeFileSync(lock, String(pid));
      expect(await appendOne()).toBe(
        `${lock} is held by process ${pid}: two processes cannot write one record`,
      );
      expect(existsSync(record.file)).toBe(false);
      expect(readFileSync(lock, 'utf8')).toBe(String(pid));
    } finally {
      await end(child);
    }
    expect(await appendOne()).toBe('appended');
    expect(record.requestIds()).toEqual(['a']);
    expect(existsSync(lock)).toBe(false);
  });

  it.each([
    ['empty, as a crash between two steps leaves it', ''],
    ['no number', 'gateway-1'],
    ['zero, which is every process of the group', '0'],
    ['negative, which is a whole group', '-1'],
    ['no whole number', '1.5'],
  ])('is taken over where its file is %s', async (_case, text) => {
    writeFileSync(lock, text);
    expect(await takeLock()).toBe('taken and released');
  });

  it('is taken over from one of the same number, as a container that starts again has', async () => {
    expect(await takeLock('writeFileSync(path, String(process.pid));')).toBe('taken and released');
  });

  it('is refused while this very process holds it', async () => {
    const told = await inProcess<{ pid: number; second: string }>(
      record.dir,
      `const writer = await RecordWriter.open(${JSON.stringify(record.file)}, key);
       const second = await RecordWriter.open(${JSON.stringify(record.file)}, key)
         .then(() => 'opened', ({ message }) => message);
       say({ pid: process.pid, second });
       await writer.close();`,
    );
    expect(told.second).toBe(
      `${lock} is held by process ${told.pid}: two processes cannot write one record`,
    );
  });

  it('is released where the record turns out to be broken', async () => {
    writeFileSync(record.file, 'no record\n');
    expect(await appendOne()).toMatch(/is broken at line 1/);
    expect(existsSync(lock)).toBe(false);
  });

  it('is not taken where its folder is missing', async () => {
    lock = `${record.dir}/missing/record.lock`;
    expect(await takeLock()).toMatch(/^ENOENT/);
  });
});
