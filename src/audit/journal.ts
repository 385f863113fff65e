import { fdatasync, writeSync } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { promisify } from 'node:util';

import { ExchangeError } from '../errors/exchangeError.js';

import { link, writeLine } from './chain.js';
import type { Entry, Recorder } from './entry.js';
import { lockFile, type Lock } from './lockFile.js';
import { verifyChain } from './verifyChain.js';

const datasync = promisify(fdatasync);

interface Pending {
  readonly entry: string;
  readonly settle: () => void;
  readonly fail: (error: ExchangeError) => void;
}

/** A file that was just made is durable once its name in the folder is. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path);
  await folder.sync();
  await folder.close();
}

/** What is durable: the last line, and the length of the file up to its end. */
interface Durable {
  readonly seq: number;
  readonly hash: string;
  readonly bytes: number;
}

/**
 * The record: an append-only file of entries linked by hash. Entries that wait together are written
 * together and made durable by one `fdatasync`, which runs off the event loop.
 */
export class Journal implements Recorder {
  readonly #file: FileHandle;
  readonly #lock: Lock;
  #durable: Durable;
  #waiting: Pending[] = [];
  /** The write under way, if any. */
  #writing: Promise<void> | null = null;
  /** The last write failed: what follows `#durable` in the file is not to be trusted. */
  #failed = false;

  private constructor(file: FileHandle, lock: Lock, durable: Durable) {
    this.#file = file;
    this.#lock = lock;
    this.#durable = durable;
  }

  /**
   * Opens the record, walks its chain, and cuts off a last line that a crash left torn.
   *
   * @throws {Error} where the chain is broken otherwise, or another process holds the record
   */
  static async open(path: string): Promise<Journal> {
    const lock = await lockFile(`${path}.lock`);
    try {
      const file = await open(path, 'a+', 0o600);
      await syncFolder(dirname(path));
      const { lines, head, bytes, brokenAt, torn } = await verifyChain(path);
      if (brokenAt !== null) {
        await file.close();
        throw new Error(
          `the record ${path} is broken at line ${brokenAt}: restore it, or set it aside`,
        );
      }
      if (torn > 0) {
        await file.truncate(bytes);
        await file.datasync();
      }
      return new Journal(file, lock, { seq: lines, hash: head, bytes });
    } catch (error) {
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

  append(entry: Entry): Promise<void> {
    return new Promise((settle, fail) => {
      this.#waiting.push({ entry: JSON.stringify(entry), settle, fail });
      this.#writing ??= this.#writeAll();
    });
  }

  /** Waits for what was appended, then closes. */
  async close(): Promise<void> {
    await this.#writing;
    await this.#file.close();
    await this.#lock.release();
  }

  async #writeAll(): Promise<void> {
    // What is appended in this turn of the event loop goes out with the first write.
    await setImmediate();
    while (this.#waiting.length > 0) {
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
      const line = link(seq + 1, hash, entry);
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
    this.#durable = { seq, hash, bytes: this.#durable.bytes + bytes.length };
    this.#failed = false;
  }
}
