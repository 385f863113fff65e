import { fdatasync, writeSync } from 'node:fs';
import { constants, open, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { promisify } from 'node:util';

import { ExchangeError } from '../errors/exchangeError.js';
import { Keyed } from '../shared/keyed.js';

import { link, writeLine } from './chain.js';
import type { Entry } from './entry.js';
import { Gathering } from './gathering.js';
import { headFile, writeHead } from './head.js';
import { heal, syncFolder, type Durable } from './heal.js';
import { lockFile, type Lock } from './lockFile.js';

const datasync = promisify(fdatasync);

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
 * together and made durable by one `fdatasync`, which runs off the event loop.
 *
 * Beside it lies its head: the last line that is durable, under a MAC, so that a record that was cut
 * off is found out. It is written over after the `fdatasync` and before any answer leaves. So it is
 * never ahead of the record, and a kill leaves it behind by the last batch at the most. Its own way
 * to the disk is the kernel's, within seconds: to wait for it would double what a batch costs, and
 * only a loss of power just then leaves it further behind, which is still sound.
 */
export class Journal<E extends object = Entry> {
  readonly #file: FileHandle;
  readonly #headFile: FileHandle;
  readonly #lock: Lock;
  readonly #keyed: Keyed;
  #durable: Durable;
  #waiting: Pending[] = [];
  readonly #gathering = new Gathering();
  /** The write under way, if any. */
  #writing: Promise<void> | null = null;
  /** The last write failed: what follows `#durable` in the file is not to be trusted. */
  #failed = false;

  private constructor({ record, head, lock }: Files, keyed: Keyed, durable: Durable) {
    this.#file = record;
    this.#headFile = head;
    this.#lock = lock;
    this.#keyed = keyed;
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
      const journal = new Journal<E>({ record, head, lock }, new Keyed(key), durable);
      journal.#writeHead(durable);
      await head.datasync();
      await syncFolder(dirname(path));
      return journal;
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
        await this.#write(batch);
        for (const { settle } of batch) settle();
      } catch (cause) {
        this.#failed = true;
        const error = new ExchangeError('NOT_READY', undefined, { cause });
        for (const { fail } of batch) fail(error);
      }
    }
    this.#writing = null;
  }

  /** Writes as much as an entry may need, and takes it back. */
  async #tryAgain(): Promise<void> {
    try {
      await this.#file.appendFile(Buffer.alloc(4_096));
      await this.#file.datasync();
      await this.#file.truncate(this.#durable.bytes);
      this.#writeHead(this.#durable);
      this.#failed = false;
    } catch {
      // It still fails, as `/readyz` goes on to say.
    }
    await this.#writeAll();
  }

  async #write(batch: readonly Pending[]): Promise<void> {
    if (this.#failed) await this.#file.truncate(this.#durable.bytes);
    let { seq, hash } = this.#durable;
    let text = '';
    for (const { entry } of batch) {
      const line = link(seq + 1, hash, entry, this.#keyed);
      ({ seq, hash } = line);
      text += writeLine(line);
    }
    const bytes = Buffer.from(text, 'utf8');
    // Into the page cache at once, which takes microseconds; only the way to the disk takes long,
    // and is waited for off the event loop.
    for (let written = 0; written < bytes.length;) {
      written += writeSync(this.#file.fd, bytes, written);
    }
    await datasync(this.#file.fd);
    const durable = { seq, hash, bytes: this.#durable.bytes + bytes.length };
    this.#writeHead(durable);
    this.#durable = durable;
    this.#failed = false;
  }

  #writeHead(durable: Durable): void {
    const head = writeHead(durable, this.#keyed);
    writeSync(this.#headFile.fd, head, 0, head.length, 0);
  }
}
