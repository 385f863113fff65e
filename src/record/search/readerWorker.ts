import { parentPort, workerData } from 'node:worker_threads';

import { verifyRecord } from '../verify/verifyRecord.js';
import { verifySealed } from '../verify/verifySealed.js';

import { inTurns } from './inTurns.js';
import type { ReaderAnswer, ReaderTask, ReaderThreadData } from './readerTask.js';
import { RecordSearch } from './recordSearch.js';
import { unhurried } from './unhurried.js';

// The thread in which a record is searched and verified, so that its length holds up no request.
const { file, key } = workerData as ReaderThreadData;
const search = new RecordSearch(file, key, true);

/** Milliseconds after which a search looks no further back. */
const patience = 10_000;

async function perform(task: ReaderTask): Promise<unknown> {
  switch (task.name) {
    case 'search': {
      const found = await search.newest(...task.given, patience);
      return { ...found, entries: JSON.stringify(found.entries) };
    }
    case 'verify':
      return verifyRecord(file, key, inTurns);
    case 'verifySealed':
      return verifySealed(file, key, unhurried());
    case 'makeIndexes':
      await search.makeIndexes(unhurried());
      return null;
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
