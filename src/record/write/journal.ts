import { constants, open, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setImmediate } from 'node:timers/promises';

import { ExchangeError } from '../../errors/exchangeError.js';
import { Hmac } from '../../keys/hmac.js';
import { headFile } from '../chain/head.js';
import type { Entry } from '../entry/entry.js';

import { Gathering } from './groupCommit.js';
import { heal, syncFolder, type Durable } from './heal.js';
import { lockFile, type Lock } from './lockFile.js';
import { RecordFiles } from './recordFiles.js';
import { RecordThread } from './recordThread.js';

interface Pending {
  readonly entry: string;
  readonly settle: () => void;
  readonly fail: (error: ExchangeError) => void;
}

interface Files {
  readonly record: FileHandle;
  readonly head: FileHandle;
  readonly lock: Lock;
}

/**
 * The record: an append-only file of entries linked by hash. Entries that wait together are written
 * together, in a thread (`RecordFiles`), and made durable by one `fdatasync`.
 *
 * Beside it lies its head: the last line that is durable, under a MAC, so that a record that was cut
 * off is found out.
 */
export class Journal<E extends object = Entry> {
  readonly #file: FileHandle;
  readonly #headFile: FileHandle;
  readonly #lock: Lock;
  readonly #thread: RecordThread;
  #durable: Durable;
  #waiting: Pending[] = [];
  readonly #gathering = new Gathering();
  /** The write under way, if any. */
  #writing: Promise<void> | null = null;
  /** The last write failed: what follows `#durable` in the file is not to be trusted. */
  #failed = false;

  private constructor({ record, head, lock }: Files, thread: RecordThread, durable: Durable) {
    this.#file = record;
    this.#headFile = head;
    this.#lock = lock;
    this.#thread = thread;
    this.#durable = durable;
  }

  /**
   * Opens the record, verifies it, and cuts off a last line that a crash left torn.
   *
   * @param key 32 bytes, of this journal alone
   * @throws {Error} where it is broken otherwise, or another process holds it
   */
  static async open<E extends object = Entry>(path: string, key: Uint8Array): Promise<Journal<E>> {
    const lock = await lockFile(`${path}.lock`);
    const opened: FileHandle[] = [];
    try {
      const record = await open(path, 'a+', 0o600);
      opened.push(record);
      const durable = await heal(path, record, key);
      const head = await open(headFile(path), constants.O_RDWR | constants.O_CREAT, 0o600);
      opened.push(head);
      const files = { record: record.fd, head: head.fd };
      new RecordFiles(files, new Hmac(key)).writeHead(durable);
      await head.datasync();
      await syncFolder(dirname(path));
      return new Journal<E>({ record, head, lock }, new RecordThread({ files, key }), durable);
    } catch (error) {
      for (const file of opened) await file.close();
      await lock.release();
      throw error;
    }
  }

  /** Whether entries can be written: after a write that failed, by trying again. */
  async isHealthy(): Promise<boolean> {
    if (this.#failed) {
      this.#writing ??= this.#tryAgain();
      await this.#writing;
    }
    return !this.#failed;
  }

  append(entry: E, underWay = 1): Promise<void> {
    return new Promise((settle, fail) => {
      this.#waiting.push({ entry: JSON.stringify(entry), settle, fail });
      this.#gathering.joined(this.#waiting.length, underWay);
      this.#writing ??= this.#writeAll();
    });
  }

  /** Waits for what was appended, then closes. */
  async close(): Promise<void> {
    await this.#writing;
    await this.#thread.close();
    await this.#headFile.datasync();
    await this.#headFile.close();
    await this.#file.close();
    await this.#lock.release();
  }

  async #writeAll(): Promise<void> {
    // What is appended in this turn of the event loop goes out with the first write.
    await setImmediate();
    while (this.#waiting.length > 0) {
      await this.#gathering.complete();
      const batch = this.#waiting;
      this.#waiting = [];
      try {
        await this.#perform(batch.map(({ entry }) => entry));
        for (const { settle } of batch) settle();
      } catch (cause) {
        const error = new ExchangeError('NOT_READY', undefined, { cause });
        for (const { fail } of batch) fail(error);
      }
    }
    this.#writing = null;
  }

  /** Tries whether entries could be written, then writes those that have come meanwhile. */
  async #tryAgain(): Promise<void> {
    // It may still fail, as `/readyz` goes on to say.
    await this.#perform([]).catch(() => undefined);
    await this.#writeAll();
  }

  async #perform(entries: readonly string[]): Promise<void> {
    const task = { after: this.#durable, entries, cutsFirst: this.#failed };
    try {
      this.#durable = await this.#thread.perform(task);
      this.#failed = false;
    } catch (error) {
      this.#failed = true;
      throw error;
    }
  }
}
