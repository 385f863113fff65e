import { Worker } from 'node:worker_threads';

import { compiledUrl } from '../../shared/compiledUrl.js';
import { withDeadline } from '../../shared/withDeadline.js';

import type { Descriptors, Durable } from './recordFiles.js';

const workerFile = compiledUrl(import.meta.url, 'recordWorker.js');

/** Milliseconds that a write may take, and that the thread may take to end. */
const [patience, patienceAtEnd] = [10_000, 1_000];

/** What the thread of a record is started with. */
export interface RecordThreadData {
  readonly files: Descriptors;
  readonly key: Uint8Array;
}

/** A write, one at a time. */
export interface RecordTask {
  /** Up to where the record is durable before it. */
  readonly after: Durable;
  /** Entries as JSON; none where it is only tried whether some could be written. */
  readonly entries: readonly string[];
  /** Whether the write before failed, and what it left in the file is to be cut off first. */
  readonly cutsFirst: boolean;
}

/** What a write came to: up to where the record is durable now, or why it failed. */
export type RecordResult = { readonly durable: Durable } | { readonly error: unknown };

/** The thread that writes a record. It is started again, should it end. */
export class RecordThread {
  #data: RecordThreadData;
  #worker: Worker | null;
  #isClosed = false;
  #settle: (result: RecordResult) => void = () => undefined;
  /** Whether the disk is still at a write that was given up. */
  #isStuck = false;

  constructor(data: RecordThreadData) {
    this.#data = data;
    this.#worker = this.#start();
  }

  /**
   * Has a write performed, one at a time. One that the disk does not end in time is given up, and none
   * is begun until it has ended.
   *
   * @throws {unknown} the file system's error, why the thread has ended, that it was closed, or that
   *   the disk takes too long
   */
  async perform(task: RecordTask): Promise<Durable> {
    // The files may be closed by now, and other files may have their numbers.
    if (this.#isClosed) throw new Error('the record is closed');
    const late = () => new Error('the disk takes too long to write the record');
    if (this.#isStuck) throw late();
    const worker = (this.#worker ??= this.#start());
    const written = new Promise<RecordResult>((settle) => {
      this.#settle = settle;
      worker.postMessage(task);
    });
    const result = await withDeadline(written, patience, () => {
      this.#isStuck = true;
      void written.then(() => {
        this.#isStuck = false;
      });
      return late();
    });
    if ('error' in result) throw result.error;
    return result.durable;
  }

  /** Has all that comes written to other files. */
  writeTo(files: Descriptors): void {
    this.#data = { ...this.#data, files };
    this.#worker?.postMessage(files);
  }

  /** To be called before the files are closed. */
  async close(): Promise<void> {
    this.#isClosed = true;
    const worker = this.#worker;
    if (!worker) return;
    worker.unref();
    const late = () => new Error('the disk does not let go of the thread');
    await withDeadline(worker.terminate(), patienceAtEnd, late).catch(() => undefined);
  }

  #start(): Worker {
    const worker = new Worker(workerFile, { workerData: this.#data });
    worker.on('message', (result: RecordResult) => {
      this.#settle(result);
    });
    let why: unknown = new Error('the thread that writes the record has ended');
    // An error ends the thread. What waits is told of it once the thread has ended.
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
