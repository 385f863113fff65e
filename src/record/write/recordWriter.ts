import { constants, open, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setImmediate } from 'node:timers/promises';

import { ExchangeError } from '../../errors/exchangeError.js';
import { Hmac } from '../../keys/hmac.js';
import { headFile } from '../chain/head.js';
import type { Entry } from '../entry/entry.js';

import { checkPlace } from './checkPlace.js';
import { GroupCommit } from './groupCommit.js';
import { heal, syncFolder } from './heal.js';
import { lockFile, type Lock } from './lockFile.js';
import { RecordFiles, type Descriptors, type Durable } from './recordFiles.js';
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
  readonly places: Descriptors;
}

/**
 * Writes a record: an append-only file of entries, linked by hash. Entries that wait at the same time are
 * written together, in a thread, and made durable by one `fdatasync`.
 *
 * Beside the record lies its head: the last line that is durable, under a MAC. It gives away a record
 * whose end was cut off.
 */
export class RecordWriter<E extends object = Entry> {
  readonly #file: FileHandle;
  readonly #headFile: FileHandle;
  readonly #lock: Lock;
  readonly #places: Descriptors;
  readonly #thread: RecordThread;
  #durable: Durable;
  #waiting: Pending[] = [];
  readonly #groupCommit = new GroupCommit();
  /** The write under way, if any. */
  #writing: Promise<void> | null = null;
  /** Whether the last write failed: what follows `#durable` in the file is then not to be trusted. */
  #failed = false;

  private constructor(
    { record, head, lock, places }: Files,
    thread: RecordThread,
    durable: Durable,
  ) {
    this.#file = record;
    this.#headFile = head;
    this.#lock = lock;
    this.#places = places;
    this.#thread = thread;
    this.#durable = durable;
  }

  /**
   * Opens a record, verifies it, and cuts off a last line that was torn by a crash.
   *
   * @param key 32 bytes, of this record alone
   * @throws {Error} where it is broken otherwise, or another process holds it
   */
  static async open<E extends object = Entry>(
    path: string,
    key: Uint8Array,
  ): Promise<RecordWriter<E>> {
    const lock = lockFile(`${path}.held`);
    const opened: FileHandle[] = [];
    try {
      const record = await open(path, 'a+', 0o600);
      opened.push(record);
      const durable = await heal(path, record, key);
      const head = await open(headFile(path), constants.O_RDWR | constants.O_CREAT, 0o600);
      opened.push(head);
      const places = {
        record: record.fd,
        head: head.fd,
        recordPath: path,
        headPath: headFile(path),
      };
      new RecordFiles(places, new Hmac(key)).writeHead(durable);
      await head.datasync();
      await syncFolder(dirname(path));
      const thread = new RecordThread({ files: places, key });
      return new RecordWriter<E>({ record, head, lock, places }, thread, durable);
    } catch (error) {
      for (const file of opened) await file.close();
      lock.release();
      throw error;
    }
  }

  /** Whether entries can be written. After a write that failed, it is tried again. */
  async isHealthy(): Promise<boolean> {
    this.#failed ||= !this.#isInPlace();
    if (this.#failed) {
      this.#writing ??= this.#tryAgain();
      await this.#writing;
    }
    return !this.#failed;
  }

  /** Whether the file lies where it was opened, even if nothing is written just now. */
  #isInPlace(): boolean {
    try {
      checkPlace(
        this.#places.record,
        this.#places.recordPath,
        (bytes) => bytes >= this.#durable.bytes,
      );
      checkPlace(this.#places.head, this.#places.headPath, () => true);
      return true;
    } catch {
      return false;
    }
  }

  append(entry: E, underWay = 1): Promise<void> {
    return new Promise((settle, fail) => {
      this.#waiting.push({ entry: JSON.stringify(entry), settle, fail });
      this.#groupCommit.joined(this.#waiting.length, underWay);
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
    this.#lock.release();
  }

  async #writeAll(): Promise<void> {
    // All that is appended in this turn of the event loop goes out with the first write.
    await setImmediate();
    while (this.#waiting.length > 0) {
      await this.#groupCommit.complete();
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

  /** Tries whether entries can be written, then writes those that have come meanwhile. */
  async #tryAgain(): Promise<void> {
    // It may fail again; `#failed` then says so.
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
