import { parentPort, workerData } from 'node:worker_threads';

import Database from 'better-sqlite3';

import type { Row } from '../../source/row.js';

import { readShape } from './readShape.js';
import { readSizes, type SizeEntries } from './readSizes.js';
import { Statements } from './statements.js';
import type { ShapeEntries, WorkerAnswer, WorkerRequest } from './workerRequest.js';

/**
 * The thread that reads one SQLite file. The driver is synchronous, so a long statement would block
 * the event loop.
 */
const database = new Database(String(workerData), { readonly: true, fileMustExist: true });
const statements = new Statements(database);

function answer(request: WorkerRequest): readonly Row[] | ShapeEntries | SizeEntries {
  switch (request.kind) {
    case 'fetch':
      return statements.run(request.statement);
    case 'shape':
      return readShape(database);
    case 'sizes':
      return readSizes(database);
  }
}

parentPort?.on('message', (request: WorkerRequest) => {
  let json: string | null = null;
  let isUnknownName = false;
  try {
    json = JSON.stringify(answer(request));
  } catch (error) {
    // The driver's words may hold values and statements, so only the failure itself is told.
    isUnknownName = error instanceof Error && /^no such (?:table|column)/.test(error.message);
  }
  parentPort?.postMessage({ id: request.id, json, isUnknownName } satisfies WorkerAnswer);
});
