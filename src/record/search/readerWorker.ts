import { parentPort, workerData } from 'node:worker_threads';

import type { Entry } from '../entry/entry.js';
import { verifyRecord } from '../verify/verifyRecord.js';
import { verifySealed } from '../verify/verifySealed.js';

import { Last } from './last.js';
import { inTurns, unhurried } from './pace.js';
import type { ReaderAnswer, ReaderTask, ReaderThreadData } from './readerTask.js';
import { searchRecord } from './searchRecord.js';

// The thread in which a record is searched and verified, so that its length holds up no request.
const { file, key } = workerData as ReaderThreadData;

async function perform(task: ReaderTask): Promise<unknown> {
  switch (task.name) {
    case 'search': {
      const [criteria, limit] = task.given;
      const last = new Last<Entry>(limit);
      const found = await searchRecord(file, key, criteria, (entry) => {
        last.add(entry);
      });
      return { ...found, entries: last.items() };
    }
    case 'verify':
      return verifyRecord(file, key, inTurns);
    case 'verifySealed':
      return verifySealed(file, key, unhurried());
  }
}

parentPort?.on('message', (task: ReaderTask) => {
  const answer = (what: { readonly result: unknown } | { readonly error: unknown }) => {
    parentPort?.postMessage({ id: task.id, ...what } satisfies ReaderAnswer);
  };
  perform(task).then(
    (result) => {
      answer({ result });
    },
    (error: unknown) => {
      answer({ error });
    },
  );
});
