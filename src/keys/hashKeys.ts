import { hkdfSync } from 'node:crypto';

import type { GrantId } from '../shared/brand.js';
import { Memo } from '../shared/memo.js';
import { sha256 } from '../shared/sha256.js';

/** How many keys the memo holds. A key that it has dropped is derived again, and is the same. */
const maxKept = 2_000;

/**
 * The keys of hashes, one for each grant and field, so that nobody can link the hashes of two grants or
 * of two fields. They are derived by HKDF-SHA-256 (RFC 5869) from one key that has no other use.
 */
export class HashKeys {
  readonly #master: Uint8Array;
  readonly #kept = new Memo<string, Uint8Array>(maxKept);

  /** @param master 32 bytes */
  constructor(master: Uint8Array) {
    this.#master = master;
  }

  /**
   * @param grant null for the public, which has none
   * @param coordinate the field, as `Type.field`
   */
  keyOf(grant: GrantId | null, coordinate: string): Uint8Array {
    // JSON gives each pair a text of its own, and writes the public unlike any grant's id.
    const pair = JSON.stringify([grant, coordinate]);
    return this.#kept.get(
      pair,
      // Node takes at most 1,024 bytes of `info`, and an id may be long: so its digest is taken.
      () => new Uint8Array(hkdfSync('sha256', this.#master, '', sha256(pair), 32)),
    );
  }
}
