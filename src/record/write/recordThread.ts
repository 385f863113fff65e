import { Worker } from 'node:worker_threads';

import { compiledUrl } from '../../shared/compiledUrl.js';

import type { Durable } from './heal.js';
import type { RecordResult, RecordTask, RecordThreadData } from './recordProtocol.js';

const workerFile = compiledUrl(import.meta.url, 'recordWorker.js');

/** A thread that writes a record; started again should it end. */
export class RecordThread {
  readonly #data: RecordThreadData;
  #worker: Worker | null;
  #isClosed = false;
  #settle: (result: RecordResult) => void = () => undefined;

  constructor(data: RecordThreadData) {
    this.#data = data;
    this.#worker = this.#start();
  }

  /**
   * Performs a task. There is one at a time.
   *
   * @throws {unknown} the file system's error, why the thread has ended, or that it was closed
   */
  async perform(task: RecordTask): Promise<Durable> {
    // The files may be closed by now, and other ones bear their numbers.
    if (this.#isClosed) throw new Error('the record is closed');
    const worker = (this.#worker ??= this.#start());
    const result = await new Promise<RecordResult>((settle) => {
      this.#settle = settle;
      worker.postMessage(task);
    });
    if ('error' in result) throw result.error;
    return result.durable;
  }

  /** Before the files are closed. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#worker?.terminate();
  }

  #start(): Worker {
    const worker = new Worker(workerFile, { workerData: this.#data });
    worker.on('message', (result: RecordResult) => {
      this.#settle(result);
    });
    let why: unknown = new Error('the thread that writes the record has ended');
    // An error ends the thread; what waits is told when it has ended.
    worker.on('error', (error) => {
      why = error;
    });
    worker.on('exit', () => {
      this.#worker = null;
      this.#settle({ error: why });
    });
    return worker;
  }
}
