import { parentPort, workerData } from 'node:worker_threads';

import { Hmac } from '../../keys/hmac.js';

import type { Durable } from './heal.js';
import { RecordFiles } from './recordFiles.js';
import type { RecordResult, RecordTask, RecordThreadData } from './recordProtocol.js';

/** The thread in which a record is written: hashes, MACs and the disk take none of the event loop. */
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
