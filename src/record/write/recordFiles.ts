import { fdatasyncSync, ftruncateSync, writeSync } from 'node:fs';

import type { Hmac } from '../../keys/hmac.js';
import { writeHead } from '../chain/head.js';
import { link, writeLine } from '../chain/line.js';

import { checkPlace } from './checkPlace.js';

/** File descriptors of a record and of its head, both open for writing, and where the files lie. */
export interface Descriptors {
  readonly record: number;
  readonly head: number;
  readonly recordPath: string;
  readonly headPath: string;
}

/**
 * The durable end of a record: its last durable line, and the length of the file up to the end of
 * that line.
 */
export interface Durable {
  readonly seq: number;
  readonly hash: string;
  readonly bytes: number;
}

function writeWhole(file: number, bytes: Uint8Array): void {
  for (let written = 0; written < bytes.length;) {
    written += writeSync(file, bytes, written);
  }
}

/**
 * Writes a record and its head, and waits for the disk. Nothing is remembered from one call to the next,
 * since a write may have failed: each is told up to where the record is durable.
 *
 * The head is written after the record's `fdatasync` and before any answer leaves. So it is never ahead of
 * the record, and a kill leaves it behind by one batch at most. The kernel brings it to the disk within
 * seconds: to wait for that would double what a batch costs. A loss of power in those seconds leaves the
 * head further behind, and the record is sound still.
 */
export class RecordFiles {
  readonly #files: Descriptors;
  readonly #hmac: Hmac;

  constructor(files: Descriptors, hmac: Hmac) {
    this.#files = files;
    this.#hmac = hmac;
  }

  /**
   * Links entries to what is durable, and makes them durable by one `fdatasync`.
   *
   * @param entries as JSON
   * @throws {Error} the file system's, or that a file lies there no more; what follows `after` in the
   *   file is then not to be trusted
   */
  append(after: Durable, entries: readonly string[]): Durable {
    const { record, recordPath } = this.#files;
    // Behind a cut, nothing is written. The head is looked at once, when all is written.
    checkPlace(record, recordPath, (bytes) => bytes === after.bytes);
    let { seq, hash } = after;
    let text = '';
    for (const entry of entries) {
      const line = link(seq + 1, hash, entry, this.#hmac);
      ({ seq, hash } = line);
      text += writeLine(line);
    }
    const bytes = Buffer.from(text, 'utf8');
    writeWhole(record, bytes);
    fdatasyncSync(record);
    const durable = { seq, hash, bytes: after.bytes + bytes.length };
    this.writeHead(durable);
    // It may have been moved meanwhile, and no answer may leave without its entry.
    this.#checkPlaces((size) => size === durable.bytes);
    return durable;
  }

  /** Cuts off what a failed write left behind. The head goes first, since it must not be ahead. */
  cut(durable: Durable): void {
    // A shorter one would be filled with zeros.
    this.#checkPlaces((bytes) => bytes >= durable.bytes);
    this.writeHead(durable);
    ftruncateSync(this.#files.record, durable.bytes);
  }

  /** Tries whether there is room for an entry: writes as much as one may need, and takes it back. */
  tryOut(durable: Durable): void {
    this.#checkPlaces((bytes) => bytes === durable.bytes);
    writeWhole(this.#files.record, Buffer.alloc(4_096));
    fdatasyncSync(this.#files.record);
    this.cut(durable);
  }

  writeHead(durable: Durable): void {
    const head = writeHead(durable, this.#hmac);
    writeSync(this.#files.head, head, 0, head.length, 0);
  }

  #checkPlaces(isOfLength: (bytes: number) => boolean): void {
    const { record, head, recordPath, headPath } = this.#files;
    checkPlace(record, recordPath, isOfLength);
    checkPlace(head, headPath, () => true);
  }
}
