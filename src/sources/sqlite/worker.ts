import { parentPort, workerData } from 'node:worker_threads';

import Database from 'better-sqlite3';
import { LRUCache } from 'lru-cache';

import type { Statement } from '../sql/statement.js';

import type { ShapeEntries, WorkerAnswer, WorkerRequest } from './protocol.js';
import { readShape } from './readShape.js';

/**
 * The thread in which one SQLite file is read: the driver is synchronous, and a long statement
 * would block the event loop.
 */
const database = new Database(String(workerData), { readonly: true, fileMustExist: true });
const statements = new LRUCache<string, Database.Statement>({ max: 200 });

/** An integer that a JavaScript number cannot hold goes out as its digits, which are exact. */
function exact(integer: bigint): number | string {
  const number = Number(integer);
  return Number.isSafeInteger(number) ? number : String(integer);
}

function fetchRows({ sql, parameters }: Statement): unknown[] {
  let prepared = statements.get(sql);
  if (!prepared) {
    prepared = database.prepare(sql).raw().safeIntegers();
    statements.set(sql, prepared);
  }
  // Raw rows are arrays of values.
  const rows = prepared.all(...parameters) as unknown[][];
  for (const row of rows) {
    for (const [index, value] of row.entries()) {
      if (typeof value === 'bigint') row[index] = exact(value);
    }
  }
  return rows;
}

function answer(request: WorkerRequest): unknown[] | ShapeEntries {
  switch (request.kind) {
    case 'fetch':
      return fetchRows(request.statement);
    case 'shape':
      return readShape(database);
  }
}

parentPort?.on('message', (request: WorkerRequest) => {
  let json: string | null = null;
  try {
    json = JSON.stringify(answer(request));
  } catch {
    // What the driver says may hold values and statements; that it failed is all that is told.
  }
  parentPort?.postMessage({ id: request.id, json } satisfies WorkerAnswer);
});
