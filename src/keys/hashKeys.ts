import { hkdfSync } from 'node:crypto';

import type { GrantId } from '../shared/brand.js';
import { Remembered } from '../shared/memo.js';
import { sha256 } from '../shared/sha256.js';

/** How many keys are kept at hand; one that is forgotten comes out the same again. */
const maxKept = 2_000;

/**
 * The keys of hashes: one for each grant and field, so that no two hashes can be linked. Made by HKDF-SHA-256 (RFC 5869) from one key
 * that is never used for anything else.
 */
export class HashKeys {
  readonly #master: Uint8Array;
  readonly #kept = new Remembered<string, Uint8Array>(maxKept);

  /** @param master 32 bytes */
  constructor(master: Uint8Array) {
    this.#master = master;
  }

  /**
   * @param grant null for the public, whose keys are those of no grant
   * @param coordinate the field, as `Type.field`
   */
  keyOf(grant: GrantId | null, coordinate: string): Uint8Array {
    // As JSON, no two pairs are one text, and no grant's id is what stands for the public.
    const pair = JSON.stringify([grant, coordinate]);
    return this.#kept.get(
      pair,
      // Digested, since Node takes no more than 1,024 bytes of `info`, and an id may be long.
      () => new Uint8Array(hkdfSync('sha256', this.#master, '', sha256(pair), 32)),
    );
  }
}
