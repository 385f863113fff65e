import type { FileHandle } from 'node:fs/promises';

import type { Hmac } from '../../keys/hmac.js';
import { withDeadline } from '../../shared/withDeadline.js';
import { sealHash, type Seal } from '../chain/seal.js';

import { beginSegment } from './beginSegment.js';
import { checkPlace } from './checkPlace.js';
import { nameSegment } from './nameSegment.js';
import type { Durable } from './recordFiles.js';
import type { SealsWriter } from './sealsWriter.js';

/** Milliseconds that a sealing may take: half a dozen writes that wait for the disk. */
const patience = 10_000;

/** What a segment is part of. */
interface Surroundings {
  readonly record: string;
  readonly head: FileHandle;
  readonly seals: SealsWriter;
  readonly hmac: Hmac;
}

/**
 * The segment that entries are added to. It is sealed once it is large enough, or another day has begun.
 *
 * Each step of sealing is durable before the next: the head, the seal, the name of the sealed segment, the
 * header of the next. So a kill or a loss of power between any two leaves a record that a start can go on
 * with, and a step that failed is taken again.
 */
export class OpenSegment {
  readonly #of: Surroundings;
  #file: FileHandle;
  #before: Seal;
  /** As YYYY-MM-DD. */
  #day: string;
  /** The seal that was begun and has not come to its end. */
  #sealing: Seal | null = null;
  /** The sealing that is under way, or of which nobody has taken yet what it came to. */
  #underWay: Promise<Durable> | null = null;

  /** @param day on which it was begun */
  constructor(of: Surroundings, file: FileHandle, day: string) {
    this.#of = of;
    this.#file = file;
    this.#before = of.seals.last;
    this.#day = day;
  }

  get file(): FileHandle {
    return this.#file;
  }

  get isAfterAnother(): boolean {
    return this.#before.segment > 0;
  }

  /** Whether a seal was begun and did not come to its end. Nothing may be written before it has. */
  get isBeingSealed(): boolean {
    return this.#sealing !== null;
  }

  /** Whether it is to be sealed before more is written. A clock that goes back over midnight seals nothing. */
  isFull({ seq, bytes }: Durable, maxBytes: number, day: string): boolean {
    if (seq > this.#before.last) return bytes >= maxBytes || day > this.#day;
    this.#day = day > this.#day ? day : this.#day;
    return false;
  }

  /**
   * Seals it at its durable end, and begins the next. A sealing that the disk does not end in time is given
   * up, and is waited for again when this is called again.
   *
   * @returns the durable end of the record in the next segment
   * @throws {Error} the file system's, or that a file is not in its place; it is to be called again then
   */
  async sealInTime(durable: Durable, day: string): Promise<Durable> {
    this.#underWay ??= this.#seal(durable, day).catch((error: unknown) => {
      this.#underWay = null;
      throw error;
    });
    const late = () => new Error('the disk takes too long to seal the record');
    const next = await withDeadline(this.#underWay, patience, late);
    this.#underWay = null;
    this.#sealing = null;
    return next;
  }

  async #seal({ seq, hash, bytes }: Durable, day: string): Promise<Durable> {
    const { record, head, seals, hmac } = this.#of;
    const before = this.#before;
    if (this.#sealing === null) checkPlace(this.#file.fd, record, (size) => size === bytes);
    const seal = (this.#sealing ??= {
      segment: before.segment + 1,
      first: before.last + 1,
      last: seq,
      hash,
      bytes,
      before: sealHash(before),
    });
    // A head behind the last seal would be one that was put back.
    await head.datasync();
    await seals.add(seal);
    await nameSegment(record, this.#file, seal);
    const next = await beginSegment(record, seal, day, hmac);
    const sealed = this.#file;
    this.#file = next.file;
    this.#before = seal;
    this.#day = day > this.#day ? day : this.#day;
    await sealed.close();
    return { seq: seal.last, hash: seal.hash, bytes: next.bytes };
  }
}
