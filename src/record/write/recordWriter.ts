import { setImmediate } from 'node:timers/promises';

import { ExchangeError } from '../../errors/exchangeError.js';
import { ChinaCalendar } from '../../shared/chinaCalendar.js';
import type { Entry } from '../entry/entry.js';

import { checkPlace } from './checkPlace.js';
import { GroupCommit } from './groupCommit.js';
import { descriptorsOf, openParts, type RecordParts } from './openParts.js';
import type { Durable } from './recordFiles.js';
import { defaultSegments, type SegmentOptions } from './segmentOptions.js';

interface Pending {
  readonly entry: string;
  readonly settle: () => void;
  readonly fail: (error: ExchangeError) => void;
}

/**
 * Writes a record: an append-only file of entries, linked by hash. Entries that wait at the same time are
 * written together, in a thread, and made durable by one `fdatasync`.
 *
 * Beside the record lies its head: the last line that is durable, under a MAC. It gives away a record
 * whose end was cut off. Segments of it that are full are sealed.
 */
export class RecordWriter<E extends object = Entry> {
  /** Whether it had sealed segments when it was opened, of which that verified no line. */
  readonly hasSealed: boolean;
  readonly #parts: RecordParts;
  readonly #options: SegmentOptions;
  readonly #calendar = new ChinaCalendar();
  #sealed: () => void = () => undefined;
  #durable: Durable;
  #waiting: Pending[] = [];
  readonly #groupCommit = new GroupCommit();
  /** The write under way, if any. */
  #writing: Promise<void> | null = null;
  /** Whether the last write failed: what follows `#durable` in the file is then not to be trusted. */
  #failed = false;

  private constructor(parts: RecordParts, options: SegmentOptions) {
    this.#parts = parts;
    this.#durable = parts.durable;
    this.#options = options;
    this.hasSealed = parts.segment.isAfterAnother;
  }

  /**
   * Opens a record, verifies its open segment and its seals, and cuts off a last line that was torn by a
   * crash.
   *
   * @param path of the open segment
   * @param key 32 bytes, of this record alone
   * @throws {Error} where it is broken otherwise, or another process holds it
   */
  static async open<E extends object = Entry>(
    path: string,
    key: Uint8Array,
    stated: Partial<SegmentOptions> = {},
  ): Promise<RecordWriter<E>> {
    const options = { ...defaultSegments, ...stated };
    return new RecordWriter<E>(await openParts(path, key, options.now()), options);
  }

  /** Has somebody told of each segment that is sealed. */
  onSealed(sealed: () => void): void {
    this.#sealed = sealed;
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
    // While a segment is sealed, none lies there for a moment.
    if (this.#parts.segment.isBeingSealed) return true;
    const { record, head, recordPath, headPath } = descriptorsOf(this.#parts);
    try {
      checkPlace(record, recordPath, (bytes) => bytes >= this.#durable.bytes);
      checkPlace(head, headPath, () => true);
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
    const { thread, head, segment, lock } = this.#parts;
    await thread.close();
    await head.datasync();
    await head.close();
    await segment.file.close();
    lock.release();
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
    try {
      await this.#sealIfFull();
      const task = { after: this.#durable, entries, cutsFirst: this.#failed };
      this.#durable = await this.#parts.thread.perform(task);
      this.#failed = false;
    } catch (error) {
      this.#failed = true;
      throw error;
    }
  }

  /** Seals a segment that is full, or goes on with a sealing that failed. */
  async #sealIfFull(): Promise<void> {
    const { segment, thread } = this.#parts;
    const { maxBytes, now } = this.#options;
    const day = this.#calendar.dayAt(now());
    // What a failed write left behind is cut off before the segment is sealed.
    const isDue = !this.#failed && segment.isFull(this.#durable, maxBytes, day);
    if (!isDue && !segment.isBeingSealed) return;
    this.#durable = await segment.sealInTime(this.#durable, day);
    thread.writeTo(descriptorsOf(this.#parts));
    this.#sealed();
  }
}
