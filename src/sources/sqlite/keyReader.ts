import Database from 'better-sqlite3';
import { LRUCache } from 'lru-cache';

import type { FetchRequest } from '../../source/request/fetchRequest.js';
import type { Row } from '../../source/row.js';
import type { Statement } from '../sql/statement.js';

import { findsByKey } from './findsByKey.js';
import { Statements } from './statements.js';

/** The most parameters of a statement that runs here. So many keys take about 300 µs. */
const maxParameters = 128;

/** A connection, which remembers which statements find rows by key. */
class KeyConnection {
  readonly #database: Database.Database;
  readonly #statements: Statements;
  readonly #begin: Database.Statement;
  readonly #end: Database.Statement;
  readonly #areByKey = new LRUCache<string, boolean>({ max: 200 });

  /** @throws {Error} the driver's, as all methods do */
  constructor(file: string) {
    // With a timeout of 0, a locked file is not waited for.
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
   * Runs a statement. All reads of one turn of the event loop share one lock, because to take and
   * release it takes longer than to find a row.
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
      // A connection whose transaction cannot end is closed, so that it blocks no writer. From then
      // on the thread reads.
      this.close();
    }
  }
}

/**
 * Reads rows by their keys on the event loop. Each takes a few microseconds, and a round trip to a
 * thread takes many times that. Two rules keep this safe. It runs a statement only where SQLite
 * itself says that a unique index finds the rows. And it never waits: where a writer holds the
 * file, or anything else fails, the thread reads instead.
 */
export class KeyReader {
  readonly #file: string;
  #opened: KeyConnection | null = null;

  constructor(file: string) {
    this.#file = file;
  }

  /**
   * Whether a request could be one of those that are read here. Where a key has two spellings, its rows
   * are ordered by it, for which its index serves.
   */
  static mayRead({ orderBy, limit }: FetchRequest): boolean {
    return orderBy.length <= 1 && limit === null;
  }

  /** Reads the rows; undefined where the thread should read them. */
  read(request: FetchRequest, statement: Statement): readonly Row[] | undefined {
    const isFew = statement.parameters.length <= maxParameters;
    if (!isFew || !KeyReader.mayRead(request)) return undefined;
    try {
      const opened = (this.#opened ??= new KeyConnection(this.#file));
      return opened.isByKey(request.table, statement) ? opened.run(statement) : undefined;
    } catch {
      // The driver's words may hold values. The thread will meet the same error and report it.
      return undefined;
    }
  }

  /** Closes the file. A later read opens it anew. */
  close(): void {
    this.#opened?.close();
    this.#opened = null;
  }
}
