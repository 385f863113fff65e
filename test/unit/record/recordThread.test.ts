import { closeSync, openSync, readFileSync } from 'node:fs';

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { genesis } from '../../../src/record/chain/line.js';
import { RecordThread } from '../../../src/record/write/recordThread.js';

import { createRecordDir, key, type RecordDir } from './recording.js';

let record: RecordDir;
beforeEach(() => {
  record = createRecordDir();
});
afterEach(() => {
  record.remove();
});

const task = { after: { seq: 0, hash: genesis, bytes: 0 }, entries: ['{}'], cutsFirst: false };

/** No file is open under it. */
const files = { record: -1, head: -1, recordPath: '', headPath: '' };

describe('the thread of a record', () => {
  it('writes to no file once it is closed, under whose number another may lie', async () => {
    const file = openSync(record.file, 'a');
    const thread = new RecordThread({
      files: { record: file, head: file, recordPath: record.file, headPath: record.file },
      key,
    });
    await thread.close();
    await expect(thread.perform(task)).rejects.toMatchObject({ message: 'the record is closed' });
    closeSync(file);
    expect(readFileSync(record.file, 'utf8')).toBe('');
  });

  it('tells why a file cannot be written, and takes the next task', async () => {
    const thread = new RecordThread({ files, key });
    for (let times = 0; times < 2; times += 1) {
      await expect(thread.perform(task)).rejects.toMatchObject({ name: 'RangeError' });
    }
    await thread.close();
  });

  it('fails each task where it cannot be started, and leaves none without an answer', async () => {
    const thread = new RecordThread({ files, key: null as never });
    for (let times = 0; times < 2; times += 1) {
      await expect(thread.perform(task)).rejects.toMatchObject({ name: 'TypeError' });
    }
    await thread.close();
  });
});
