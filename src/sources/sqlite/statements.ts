import type Database from 'better-sqlite3';
import { LRUCache } from 'lru-cache';

import type { Row, SqlValue } from '../../source/row.js';
import type { Statement } from '../sql/statement.js';

/**
 * Converts a value as JSON would, so that the value does not tell where its row was read: here or
 * in the thread.
 */
function toSqlValue(value: unknown): SqlValue {
  // An integer that a JavaScript number cannot hold becomes its digits, which are exact.
  if (typeof value === 'bigint') {
    const number = Number(value);
    return Number.isSafeInteger(number) ? number : String(value);
  }
  if (typeof value === 'number') return Number.isFinite(value) ? value + 0 : null;
  // Anything else, such as a BLOB, becomes a value that no type can read.
  return typeof value === 'string' || value === null ? value : new Uint8Array();
}

/** The prepared statements of one database that were used last. */
export class Statements {
  readonly #database: Database.Database;
  readonly #prepared = new LRUCache<string, Database.Statement>({ max: 200 });

  constructor(database: Database.Database) {
    this.#database = database;
  }

  /** @throws {Error} the driver's, which may hold values */
  run({ sql, parameters }: Statement): readonly Row[] {
    let prepared = this.#prepared.get(sql);
    if (!prepared) {
      prepared = this.#database.prepare(sql).raw().safeIntegers();
      this.#prepared.set(sql, prepared);
    }
    // Raw rows are arrays of values.
    const rows = prepared.all(...parameters) as unknown[][];
    for (const row of rows) {
      for (let index = 0; index < row.length; index += 1) row[index] = toSqlValue(row[index]);
    }
    return rows as SqlValue[][];
  }
}
