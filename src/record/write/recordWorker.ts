import { parentPort, workerData } from 'node:worker_threads';

import { Hmac } from '../../keys/hmac.js';

import { RecordFiles, type Durable } from './recordFiles.js';
import type { RecordResult, RecordTask, RecordThreadData } from './recordThread.js';

// The thread in which a record is written, so that hashes, MACs and the disk do not hold up requests.
const { files, key } = workerData as RecordThreadData;
const record = new RecordFiles(files, new Hmac(key));

function perform({ after, entries, cutsFirst }: RecordTask): Durable {
  if (cutsFirst) record.cut(after);
  if (entries.length > 0) return record.append(after, entries);
  record.tryOut(after);
  return after;
}

parentPort?.on('message', (task: RecordTask) => {
  let result: RecordResult;
  try {
    result = { durable: perform(task) };
  } catch (error) {
    result = { error };
  }
  parentPort?.postMessage(result);
});
