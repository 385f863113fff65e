import type { Asking, Lane, LanePlaces } from '../../source/asking.js';
import { fullCapabilities, type Capabilities } from '../../source/capabilities.js';
import type { Connector } from '../../source/connector.js';
import { aggregateOfNone } from '../../source/request/aggregateOfNone.js';
import type { AggregateRequest } from '../../source/request/aggregateRequest.js';
import type { FetchRequest } from '../../source/request/fetchRequest.js';
import type { Row } from '../../source/row.js';
import type { SourceShape } from '../../source/sourceShape.js';
import type { SourceSizes, TableSize } from '../../source/tableSize.js';
import { readGroups } from '../sql/select/compileAggregate.js';
import { compileRequest } from '../sql/select/compileRequest.js';
import { rowReader } from '../sql/select/rowReader.js';
import type { Statement } from '../sql/statement.js';

import { KeyReader } from './keyReader.js';
import { sqliteDialectOf } from './sqliteDialect.js';
import { SqliteThread } from './sqliteThread.js';
import type { ShapeEntries, WorkerRequest } from './workerRequest.js';

export interface SqliteOptions {
  readonly file: string;
  /** Milliseconds after which a fetch is given up. */
  readonly timeout: number;
  /** Sees every statement before it runs; for tests that count them. */
  readonly observe?: ((statement: Statement) => void) | undefined;
  /** Told when a statement named a table or a column that the source does not have, or does not show. */
  readonly onUnknownName?: (() => void) | undefined;
}

/** The least milliseconds to tell what the file holds: the thread may have to be started first. */
const patienceForShape = 10_000;

/** It has no type of lists. */
const capabilities: Capabilities = Object.freeze({
  ...fullCapabilities,
  isRemote: false,
  tests: new Set([...fullCapabilities.tests].filter((test) => test !== 'has')),
});

/** Light ones wait at their thread: to wake one that sleeps takes longer than to run most of them. */
const places: LanePlaces = { light: 16, heavy: 1 };

/**
 * Reads one SQLite file. Rows are read by key at once (`KeyReader`). Everything else runs in two
 * threads, heavy statements apart from the others. A statement under way there cannot be cancelled:
 * one that takes too long is given up and its answer dropped.
 */
export class SqliteConnector implements Connector {
  readonly capabilities = capabilities;
  readonly places = places;
  readonly #options: SqliteOptions;
  readonly #keys: KeyReader;
  readonly #threads: Readonly<Record<Lane, SqliteThread>>;
  readonly #dialect = sqliteDialectOf(() => this.#sizes);
  #sizes: SourceSizes = new Map();
  #isClosed = false;
  /** What was compiled last: a fetch is often tried at once, and then run. */
  #last: { readonly request: FetchRequest; readonly statement: Statement | null } | null = null;

  constructor(options: SqliteOptions) {
    this.#options = options;
    this.#keys = new KeyReader(options.file);
    const told = {
      // The file itself may have ended the thread, so all connections open it anew.
      onEnd: () => {
        this.#keys.close();
      },
      onUnknownName: options.onUnknownName,
    };
    this.#threads = {
      light: new SqliteThread(options.file, told),
      heavy: new SqliteThread(options.file, told),
    };
  }

  async shape(): Promise<SourceShape> {
    const json = await this.#ask((id) => ({ id, kind: 'shape' }), undefined, patienceForShape);
    // The worker writes what workerRequest.ts declares.
    const entries = JSON.parse(json) as ShapeEntries;
    return new Map(entries.map(([table, columns]) => [table, new Map(columns)]));
  }

  async sizes(): Promise<SourceSizes> {
    const json = await this.#ask((id) => ({ id, kind: 'sizes' }), undefined, patienceForShape);
    // Written by the worker, as above.
    this.#sizes = new Map(JSON.parse(json) as readonly (readonly [string, TableSize])[]);
    return this.#sizes;
  }

  fetchAtOnce(request: FetchRequest): readonly Row[] | undefined {
    if (this.#isClosed || !KeyReader.mayRead(request)) return undefined;
    const statement = this.#compile(request);
    const found = statement ? this.#keys.read(request, statement) : [];
    if (statement && found) this.#options.observe?.(statement);
    const read = found ? rowReader(request) : null;
    return found && read ? read(found) : found;
  }

  async fetch(request: FetchRequest, asking?: Asking): Promise<readonly Row[]> {
    const found = this.fetchAtOnce(request);
    if (found) return found;
    const statement = this.#compile(request);
    if (!statement) return [];
    this.#options.observe?.(statement);
    const [rows, read] = [await this.#run(statement, asking), rowReader(request)];
    return read ? read(rows) : rows;
  }

  async aggregate(request: AggregateRequest, asking?: Asking): Promise<readonly Row[]> {
    const statement = compileRequest(request, this.#dialect);
    if (!statement) return aggregateOfNone(request);
    this.#options.observe?.(statement);
    const [rows, read] = [await this.#run(statement, asking), rowReader(request)];
    return readGroups(read ? read(rows) : rows, request, this.#dialect);
  }

  explain(request: FetchRequest | AggregateRequest): string | null {
    return compileRequest(request, this.#dialect)?.sql ?? null;
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    this.#keys.close();
    await Promise.all(Object.values(this.#threads).map((thread) => thread.close()));
  }

  #compile(request: FetchRequest): Statement | null {
    if (this.#last?.request === request) return this.#last.statement;
    const statement = compileRequest(request, this.#dialect);
    this.#last = { request, statement };
    return statement;
  }

  async #run(statement: Statement, asking: Asking | undefined): Promise<readonly Row[]> {
    return JSON.parse(await this.#ask((id) => ({ id, kind: 'fetch', statement }), asking)) as Row[];
  }

  #ask(request: (id: number) => WorkerRequest, asking?: Asking, leastTimeout = 0): Promise<string> {
    const timeout = Math.max(this.#options.timeout, leastTimeout);
    return this.#threads[asking?.lane ?? 'light'].ask(request, {
      timeout,
      holdUntil: asking?.holdUntil,
    });
  }
}
