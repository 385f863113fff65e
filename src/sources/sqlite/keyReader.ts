import Database from 'better-sqlite3';
import { LRUCache } from 'lru-cache';

import type { FetchRequest } from '../../source/fetchRequest.js';
import type { Row } from '../../source/row.js';
import type { Statement } from '../sql/statement.js';

import { findsByKey } from './findsByKey.js';
import { Statements } from './statements.js';

/** The most parameters of a statement that is run here: so many keys take some 300 µs. */
const maxParameters = 128;

/** A connection, and what is known of the statements that it was asked for. */
class KeyConnection {
  readonly #database: Database.Database;
  readonly #statements: Statements;
  readonly #begin: Database.Statement;
  readonly #end: Database.Statement;
  readonly #areByKey = new LRUCache<string, boolean>({ max: 200 });

  /** @throws {Error} the driver's, as all that follow */
  constructor(file: string) {
    // A timeout of 0: whoever holds the file is not waited for.
    this.#database = new Database(file, { readonly: true, fileMustExist: true, timeout: 0 });
    this.#statements = new Statements(this.#database);
    this.#begin = this.#database.prepare('BEGIN');
    this.#end = this.#database.prepare('COMMIT');
  }

  isByKey(table: string, statement: Statement): boolean {
    const known = this.#areByKey.get(statement.sql);
    if (known !== undefined) return known;
    const isByKey = findsByKey(this.#database, table, statement);
    this.#areByKey.set(statement.sql, isByKey);
    return isByKey;
  }

  /**
   * What is read in one turn of the event loop is read under one lock: to take and to release it takes
   * longer than to find a row.
   */
  run(statement: Statement): readonly Row[] {
    if (!this.#database.inTransaction) {
      this.#begin.run();
      setImmediate(() => {
        this.#endReading();
      });
    }
    return this.#statements.run(statement);
  }

  close(): void {
    this.#database.close();
  }

  #endReading(): void {
    try {
      if (this.#database.inTransaction) this.#end.run();
    } catch {
      // Nobody is kept from writing by what cannot be ended; what follows is for the thread to read.
      this.close();
    }
  }
}

/**
 * Reads rows by their keys on the event loop: each is found in a few microseconds, and to hand a
 * statement to a thread and its rows back takes many times that. Nothing is read here but what SQLite
 * itself says that it finds by a unique index, and nothing is waited for: where a writer holds the
 * file, as where anything else fails, it is for the thread to read.
 */
export class KeyReader {
  readonly #file: string;
  #opened: KeyConnection | null = null;

  constructor(file: string) {
    this.#file = file;
  }

  /** The rows; undefined where they are not to be read here. */
  read({ table, orderBy, limit }: FetchRequest, statement: Statement): readonly Row[] | undefined {
    const isPlain = orderBy.length === 0 && limit === null;
    if (!isPlain || statement.parameters.length > maxParameters) return undefined;
    try {
      const opened = (this.#opened ??= new KeyConnection(this.#file));
      return opened.isByKey(table, statement) ? opened.run(statement) : undefined;
    } catch {
      // What the driver says may hold values. The thread will find the same, and fail by itself.
      return undefined;
    }
  }

  /** What is read from then on is read from the file as it is opened anew. */
  close(): void {
    this.#opened?.close();
    this.#opened = null;
  }
}
