import { Worker } from 'node:worker_threads';

import { ExchangeError } from '../../errors/exchangeError.js';
import { compiledUrl } from '../../shared/compiledUrl.js';
import { OneAtATime } from '../../shared/oneAtATime.js';
import { withDeadline } from '../../shared/withDeadline.js';
import type { Entry } from '../entry/entry.js';
import type { Damage } from '../verify/damage.js';
import type { RecordReport } from '../verify/verifyRecord.js';

import type { Criteria } from './criteria.js';
import type { ReaderAnswer, ReaderTasks, ReaderThreadData } from './readerTask.js';
import type { FoundNewest } from './recordSearch.js';

const workerFile = compiledUrl(import.meta.url, 'readerWorker.js');

/** Milliseconds. A record that takes longer to verify is verified by `tongdao record verify`. */
const patience = { search: 30_000, verify: 120_000, end: 1_000 };

const notReady = () => new ExchangeError('NOT_READY');

interface Waiting {
  readonly settle: (result: unknown) => void;
  readonly fail: (error: unknown) => void;
}

/**
 * Searches and verifies the record while a gateway writes it, in a thread that is started when it is first
 * asked. Searches are made one at a time, and so are verifications.
 */
export class RecordReader {
  readonly #data: ReaderThreadData;
  readonly #waiting = new Map<number, Waiting>();
  #worker: Worker | null = null;
  #isClosed = false;
  #lastId = 0;
  readonly #searches = new OneAtATime(patience.search, notReady);
  readonly #verifications = new OneAtATime(patience.verify, notReady);

  /** @param key of this record, as `deriveKey` makes it */
  constructor(file: string, key: Uint8Array) {
    this.#data = { file, key };
  }

  /**
   * @param limit how many entries are handed out, the newest
   * @throws {ExchangeError} NOT_READY where it takes too long, its turn included
   */
  async search(criteria: Criteria, limit: number): Promise<FoundNewest> {
    const found = await this.#searches.run(() => this.#ask('search', [criteria, limit]));
    return { ...found, entries: JSON.parse(found.entries) as readonly Entry[] };
  }

  /** @throws {ExchangeError} NOT_READY where it takes too long, its turn included */
  verify(): Promise<RecordReport> {
    return this.#verifications.run(() => this.#ask('verify', []));
  }

  /** Verifies what a start leaves out, beside all else: it may take hours. */
  verifySealed(): Promise<readonly Damage[]> {
    return this.#ask('verifySealed', []);
  }

  /** Gives sealed segments indexes that have none, beside all else. A search gives them such too. */
  async makeIndexes(): Promise<void> {
    await this.#ask('makeIndexes', []);
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    const worker = this.#worker;
    if (!worker) return;
    const late = () => new Error('the disk does not let go of the thread');
    await withDeadline(worker.terminate(), patience.end, late).catch(() => undefined);
  }

  #ask<Name extends keyof ReaderTasks>(
    name: Name,
    given: Parameters<ReaderTasks[Name]>,
  ): Promise<ReturnType<ReaderTasks[Name]>> {
    return new Promise((settle, fail) => {
      if (this.#isClosed) {
        fail(notReady());
        return;
      }
      const id = (this.#lastId += 1);
      this.#waiting.set(id, { settle: settle as (result: unknown) => void, fail });
      this.#worker ??= this.#start();
      this.#worker.postMessage({ id, name, given });
    });
  }

  #start(): Worker {
    const worker = new Worker(workerFile, { workerData: this.#data });
    // What it does beside the work keeps no process from ending.
    worker.unref();
    worker.on('message', (answer: ReaderAnswer) => {
      const waiting = this.#waiting.get(answer.id);
      this.#waiting.delete(answer.id);
      if ('error' in answer) waiting?.fail(answer.error);
      else waiting?.settle(answer.result);
    });
    let why: unknown = new Error('the thread that reads the record has ended');
    // An error ends the thread. What waits is told of it once the thread has ended.
    worker.on('error', (error) => {
      why = error;
    });
    worker.on('exit', () => {
      this.#worker = null;
      const waiting = [...this.#waiting.values()];
      this.#waiting.clear();
      for (const { fail } of waiting) fail(why);
    });
    return worker;
  }
}
