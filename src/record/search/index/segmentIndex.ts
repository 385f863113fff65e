import { hash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';

import type { Hmac } from '../../../keys/hmac.js';
import { openPlain } from '../../chain/openSegmentFile.js';
import type { Seal } from '../../chain/seal.js';

import { indexFile, parseIndexHeader, type IndexHeader } from './indexForm.js';

/** Bytes; it has a few parts, of about a hundred each. */
const longestHeader = 16_384;

/** The bytes of a file from a place on; fewer where it ends before. */
async function readAt(file: FileHandle, at: number, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length);
  const { bytesRead } = await file.read(bytes, 0, length, at);
  return bytes.subarray(0, bytesRead);
}

/** A part of an index is not what its header says. Nothing of it is believed, and it is made anew. */
export class AlteredIndex extends Error {
  constructor() {
    super('an index of the record was altered');
    this.name = 'AlteredIndex';
  }
}

/** The index of a sealed segment, of which each part is read when it is asked for, and proven then. */
export class SegmentIndex {
  readonly #file: FileHandle;
  readonly #header: IndexHeader;
  /** Where each part lies. */
  readonly #places = new Map<
    string,
    { readonly at: number; readonly bytes: number; readonly hash: string }
  >();

  private constructor(file: FileHandle, header: IndexHeader, length: number) {
    this.#file = file;
    this.#header = header;
    let at = length;
    for (const { name, bytes, hash: stated } of header.parts) {
      this.#places.set(name, { at, bytes, hash: stated });
      at += bytes;
    }
  }

  /** Opens the index beside a segment's file; null where there is none that is proven. */
  static async open(segmentFile: string, seal: Seal, hmac: Hmac): Promise<SegmentIndex | null> {
    const file = await openPlain(indexFile(segmentFile));
    if (!file) return null;
    const start = await readAt(file, 0, longestHeader);
    const length = start.indexOf('\n');
    const line = start.toString('utf8', 0, Math.max(length, 0));
    const header = parseIndexHeader(line, seal, hmac);
    const whole = header?.parts.reduce((sum, { bytes }) => sum + bytes, length + 1);
    if (header && (await file.stat()).size === whole)
      return new SegmentIndex(file, header, length + 1);
    await file.close();
    return null;
  }

  get about(): Pick<IndexHeader, 'entries' | 'from' | 'to'> {
    return this.#header;
  }

  /** @throws {AlteredIndex} */
  async numbers(name: string): Promise<Uint32Array> {
    const bytes = await this.#part(name);
    return new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4);
  }

  /** The times of the entries, in milliseconds since the epoch; @throws {AlteredIndex} */
  async times(): Promise<Float64Array> {
    const bytes = await this.#part('at');
    return new Float64Array(bytes.buffer, bytes.byteOffset, bytes.length / 8);
  }

  /** Whether a part of JSON holds a text; it takes less than to read it. @throws {AlteredIndex} */
  async mentions(name: string, text: string): Promise<boolean> {
    return (await this.#part(name)).includes(JSON.stringify(text));
  }

  /** @throws {AlteredIndex} */
  async json(name: string): Promise<unknown> {
    return JSON.parse((await this.#part(name)).toString('utf8')) as unknown;
  }

  close(): Promise<void> {
    return this.#file.close();
  }

  async #part(name: string): Promise<Buffer> {
    const place = this.#places.get(name);
    if (!place) throw new Error(`the index has no part ${name}`);
    const bytes = await readAt(this.#file, place.at, place.bytes);
    if (hash('sha256', bytes) !== place.hash) throw new AlteredIndex();
    return bytes;
  }
}
