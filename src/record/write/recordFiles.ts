import { fdatasyncSync, ftruncateSync, writeSync } from 'node:fs';

import type { Hmac } from '../../keys/hmac.js';
import { link, writeLine } from '../chain/chain.js';
import { writeHead } from '../chain/head.js';

import type { Durable } from './heal.js';

/** File descriptors of a record and of its head, both open for writing. */
export interface Descriptors {
  readonly record: number;
  readonly head: number;
}

function writeWhole(file: number, bytes: Uint8Array): void {
  for (let written = 0; written < bytes.length;) {
    written += writeSync(file, bytes, written);
  }
}

/**
 * Writes a record and its head, and waits for the disk. Each takes where the record is durable up to,
 * since nothing that failed is remembered.
 *
 * The head is written over after the `fdatasync` and before any answer leaves. So it is never ahead of
 * the record, and a kill leaves it behind by the last batch at the most. Its own way to the disk is the
 * kernel's, within seconds: to wait for it would double what a batch costs, and only a loss of power
 * just then leaves it further behind, which is still sound.
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
   * @throws {Error} the file system's; what then follows `after` in the file is not to be trusted
   */
  append(after: Durable, entries: readonly string[]): Durable {
    let { seq, hash } = after;
    let text = '';
    for (const entry of entries) {
      const line = link(seq + 1, hash, entry, this.#hmac);
      ({ seq, hash } = line);
      text += writeLine(line);
    }
    const bytes = Buffer.from(text, 'utf8');
    writeWhole(this.#files.record, bytes);
    fdatasyncSync(this.#files.record);
    const durable = { seq, hash, bytes: after.bytes + bytes.length };
    this.writeHead(durable);
    return durable;
  }

  /** Cuts off what a write that failed left behind; the head first, which must not be ahead. */
  cut(durable: Durable): void {
    this.writeHead(durable);
    ftruncateSync(this.#files.record, durable.bytes);
  }

  /** Writes as much as an entry may need, and takes it back. */
  tryOut(durable: Durable): void {
    writeWhole(this.#files.record, Buffer.alloc(4_096));
    fdatasyncSync(this.#files.record);
    this.cut(durable);
  }

  writeHead(durable: Durable): void {
    const head = writeHead(durable, this.#hmac);
    writeSync(this.#files.head, head, 0, head.length, 0);
  }
}
