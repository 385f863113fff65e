import { Readable } from 'node:stream';

import type { ExchangeError } from '../../errors/exchangeError.js';

import type { ExportSender } from './exportSender.js';

/** A reader did not take a chunk in time. */
class ReaderTooSlow extends Error {}

/**
 * The body of an export. The next chunk is asked for when its reader has taken the one before. A reader who
 * takes too long for one, or leaves, ends the export.
 */
export class ExportStream extends Readable {
  readonly #sender: ExportSender;
  readonly #patience: number;
  #deadline: NodeJS.Timeout | undefined;

  /** @param patience milliseconds for a reader to take a chunk */
  constructor(sender: ExportSender, patience: number) {
    // Nothing is kept here that its reader has not asked for.
    super({ highWaterMark: 0 });
    this.#sender = sender;
    this.#patience = patience;
  }

  /** To be called once the beginning is on record. */
  open(): void {
    this.#sender.open();
  }

  /**
   * Lets no further chunk leave, and tells so in the last line.
   *
   * @param patience milliseconds for a reader to take the chunk that is under way
   */
  stop(error: ExchangeError, patience: number): void {
    this.#sender.stop(error);
    if (this.#deadline) this.#waitFor(patience);
  }

  override _read(): void {
    clearTimeout(this.#deadline);
    this.#deadline = undefined;
    void this.#sender.next().then((bytes) => {
      if (this.destroyed) return;
      if (bytes) this.#waitFor(this.#patience);
      // A reader asks once more after an empty chunk, as of CSV without a row.
      if (bytes?.length === 0) this._read();
      else for (const piece of bytes ?? [null]) this.push(piece);
    });
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    clearTimeout(this.#deadline);
    const outcome = error instanceof ReaderTooSlow ? 'READER_TOO_SLOW' : 'READER_LEFT';
    void this.#sender.leave(outcome).then(() => {
      done(error);
    });
  }

  #waitFor(patience: number): void {
    clearTimeout(this.#deadline);
    this.#deadline = setTimeout(() => this.destroy(new ReaderTooSlow()), patience);
  }
}
