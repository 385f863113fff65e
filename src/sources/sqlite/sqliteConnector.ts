import { Worker } from 'node:worker_threads';

import { ExchangeError } from '../../errors/exchangeError.js';
import { compiledUrl } from '../../shared/compiledUrl.js';
import { withDeadline } from '../../shared/withDeadline.js';
import { aggregateOfNone } from '../../source/aggregateOfNone.js';
import type { AggregateRequest } from '../../source/aggregateRequest.js';
import { fullCapabilities } from '../../source/capabilities.js';
import type { Connector } from '../../source/connector.js';
import type { FetchRequest } from '../../source/fetchRequest.js';
import type { Row } from '../../source/row.js';
import type { SourceShape } from '../../source/sourceShape.js';
import { readGroups } from '../sql/compileAggregate.js';
import { compileRequest } from '../sql/compileRequest.js';
import type { Statement } from '../sql/statement.js';

import { KeyReader } from './keyReader.js';
import { sqliteDialect } from './sqliteDialect.js';
import type { ShapeEntries, WorkerAnswer, WorkerRequest } from './workerRequest.js';

const workerFile = compiledUrl(import.meta.url, 'worker.js');

export interface SqliteOptions {
  readonly file: string;
  /** Milliseconds after which a fetch is given up. */
  readonly timeout: number;
  /** Sees every statement before it runs; for tests that count them. */
  readonly observe?: ((statement: Statement) => void) | undefined;
  /** Told when a statement named a table or a column that the source does not have, or does not show. */
  readonly onUnknownName?: (() => void) | undefined;
}

interface Waiting {
  readonly settle: (json: string) => void;
  readonly fail: (error: ExchangeError) => void;
}

type Phase =
  | { readonly kind: 'running'; readonly worker: Worker }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'closed' };

/**
 * Reads one SQLite file. Rows are read by key at once (`KeyReader`). Everything else runs in a
 * thread, which is started again if it ends. A statement under way there cannot be cancelled: one
 * that takes too long is given up and its answer dropped.
 */
export class SqliteConnector implements Connector {
  readonly capabilities = fullCapabilities;
  readonly #options: SqliteOptions;
  readonly #keys: KeyReader;
  readonly #waiting = new Map<number, Waiting>();
  #phase: Phase = { kind: 'stopped' };
  #lastId = 0;

  constructor(options: SqliteOptions) {
    this.#options = options;
    this.#keys = new KeyReader(options.file);
  }

  async shape(): Promise<SourceShape> {
    const json = await this.#ask((id) => ({ id, kind: 'shape' }));
    // The worker writes what workerRequest.ts declares.
    const entries = JSON.parse(json) as ShapeEntries;
    return new Map(entries.map(([table, columns]) => [table, new Map(columns)]));
  }

  async fetch(request: FetchRequest): Promise<readonly Row[]> {
    const statement = compileRequest(request, sqliteDialect);
    if (!statement) return [];
    this.#options.observe?.(statement);
    const found = this.#phase.kind === 'closed' ? undefined : this.#keys.read(request, statement);
    return found ?? this.#run(statement);
  }

  async aggregate(request: AggregateRequest): Promise<readonly Row[]> {
    const statement = compileRequest(request, sqliteDialect);
    if (!statement) return aggregateOfNone(request);
    this.#options.observe?.(statement);
    return readGroups(await this.#run(statement), request, sqliteDialect);
  }

  explain(request: FetchRequest | AggregateRequest): string | null {
    return compileRequest(request, sqliteDialect)?.sql ?? null;
  }

  async close(): Promise<void> {
    const phase = this.#phase;
    this.#phase = { kind: 'closed' };
    this.#keys.close();
    if (phase.kind === 'running') await phase.worker.terminate();
  }

  async #run(statement: Statement): Promise<readonly Row[]> {
    return JSON.parse(await this.#ask((id) => ({ id, kind: 'fetch', statement }))) as Row[];
  }

  #ask(request: (id: number) => WorkerRequest): Promise<string> {
    const worker = this.#running();
    const id = ++this.#lastId;
    const answer = new Promise<string>((settle, fail) => {
      this.#waiting.set(id, { settle, fail });
      worker.postMessage(request(id));
    });
    return withDeadline(answer, this.#options.timeout, () => {
      this.#waiting.delete(id);
      return new ExchangeError('SOURCE_TIMEOUT');
    });
  }

  #running(): Worker {
    if (this.#phase.kind === 'running') return this.#phase.worker;
    if (this.#phase.kind === 'closed') throw new ExchangeError('SOURCE_UNAVAILABLE');
    const worker = new Worker(workerFile, { workerData: this.#options.file });
    this.#phase = { kind: 'running', worker };
    worker.on('message', (answer: WorkerAnswer) => {
      this.#receive(answer);
    });
    // An error ends the thread, and the exit handler tells the waiting requests.
    worker.on('error', () => undefined);
    worker.on('exit', () => {
      // The file itself may have ended the thread, so both connections open it anew.
      this.#keys.close();
      if (this.#phase.kind === 'running') this.#phase = { kind: 'stopped' };
      for (const id of [...this.#waiting.keys()]) this.#receive({ id, json: null });
    });
    return worker;
  }

  #receive({ id, json, isUnknownName }: WorkerAnswer): void {
    if (isUnknownName) this.#options.onUnknownName?.();
    const waiting = this.#waiting.get(id);
    if (!waiting) return;
    this.#waiting.delete(id);
    if (json === null) waiting.fail(new ExchangeError('SOURCE_UNAVAILABLE'));
    else waiting.settle(json);
  }
}
