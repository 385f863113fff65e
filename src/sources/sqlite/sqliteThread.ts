import { Worker } from 'node:worker_threads';

import { ExchangeError } from '../../errors/exchangeError.js';
import { compiledUrl } from '../../shared/compiledUrl.js';
import { withDeadline } from '../../shared/withDeadline.js';
import { SourceUnreachable } from '../gate/sourceUnreachable.js';

import type { WorkerAnswer, WorkerRequest } from './workerRequest.js';

const workerFile = compiledUrl(import.meta.url, 'worker.js');

/** Milliseconds that a thread may take to end. One that is in a long statement cannot be stopped. */
const patience = 1_000;

interface Waiting {
  readonly settle: (json: string) => void;
  readonly fail: (error: ExchangeError) => void;
}

type Phase =
  | { readonly kind: 'running'; readonly worker: Worker }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'closed' };

/** What waits for an answer, and who is told that the thread is still at it afterwards. */
export interface Patience {
  /** Milliseconds. */
  readonly timeout: number;
  readonly holdUntil?: ((done: Promise<unknown>) => void) | undefined;
}

/** What a thread tells of. */
interface ThreadTold {
  /** The thread has ended, which the file itself may have caused. */
  readonly onEnd: () => void;
  /** A statement named a table or a column that the file does not have. */
  readonly onUnknownName?: (() => void) | undefined;
}

/** One thread that reads the file, one statement after the other. It is started again if it ends. */
export class SqliteThread {
  readonly #file: string;
  readonly #told: ThreadTold;
  readonly #waiting = new Map<number, Waiting>();
  #phase: Phase = { kind: 'stopped' };
  #lastId = 0;

  constructor(file: string, told: ThreadTold) {
    this.#file = file;
    this.#told = told;
  }

  /** @throws {ExchangeError} SOURCE_TIMEOUT or SOURCE_UNAVAILABLE */
  ask(request: (id: number) => WorkerRequest, { timeout, holdUntil }: Patience): Promise<string> {
    const worker = this.#running();
    const id = ++this.#lastId;
    const answer = new Promise<string>((settle, fail) => {
      this.#waiting.set(id, { settle, fail });
      worker.postMessage(request(id));
    });
    return withDeadline(answer, timeout, () => {
      // The thread cannot be told to stop, so its place is free only when it has ended by itself.
      holdUntil?.(answer.catch(() => undefined));
      return new ExchangeError('SOURCE_TIMEOUT');
    });
  }

  async close(): Promise<void> {
    const phase = this.#phase;
    this.#phase = { kind: 'closed' };
    if (phase.kind !== 'running') return;
    phase.worker.unref();
    const late = () => new Error('the thread does not end');
    await withDeadline(phase.worker.terminate(), patience, late).catch(() => undefined);
  }

  #running(): Worker {
    if (this.#phase.kind === 'running') return this.#phase.worker;
    if (this.#phase.kind === 'closed') throw new ExchangeError('SOURCE_UNAVAILABLE');
    const worker = new Worker(workerFile, { workerData: this.#file });
    this.#phase = { kind: 'running', worker };
    worker.on('message', (answer: WorkerAnswer) => {
      this.#receive(answer);
    });
    // An error ends the thread, and the exit handler tells the waiting requests.
    worker.on('error', () => undefined);
    worker.on('exit', () => {
      this.#told.onEnd();
      if (this.#phase.kind === 'running') this.#phase = { kind: 'stopped' };
      for (const [id, { fail }] of [...this.#waiting]) {
        this.#waiting.delete(id);
        fail(new SourceUnreachable());
      }
    });
    return worker;
  }

  #receive({ id, json, isUnknownName }: WorkerAnswer): void {
    if (isUnknownName) this.#told.onUnknownName?.();
    const waiting = this.#waiting.get(id);
    if (!waiting) return;
    this.#waiting.delete(id);
    if (json === null) waiting.fail(new ExchangeError('SOURCE_UNAVAILABLE'));
    else waiting.settle(json);
  }
}
