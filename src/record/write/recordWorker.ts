import { parentPort, workerData } from 'node:worker_threads';

import { Hmac } from '../../keys/hmac.js';

import { RecordFiles, type Descriptors, type Durable } from './recordFiles.js';
import type { RecordResult, RecordTask, RecordThreadData } from './recordThread.js';

// The thread in which a record is written, so that hashes, MACs and the disk do not hold up requests.
const { files, key } = workerData as RecordThreadData;
const hmac = new Hmac(key);
let record = new RecordFiles(files, hmac);

function perform({ after, entries, cutsFirst }: RecordTask): Durable {
  if (cutsFirst) record.cut(after);
  if (entries.length > 0) return record.append(after, entries);
  record.tryOut(after);
  return after;
}

parentPort?.on('message', (task: RecordTask | Descriptors) => {
  if ('record' in task) {
    record = new RecordFiles(task, hmac);
    return;
  }
  let result: RecordResult;
  try {
    result = { durable: perform(task) };
  } catch (error) {
    result = { error };
  }
  parentPort?.postMessage(result);
});
