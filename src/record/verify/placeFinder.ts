import type { Hmac } from '../../keys/hmac.js';
import { macOf, type Line } from '../chain/line.js';

/** How far from where a line stands its place is looked for. */
const reach = 5_000;

/** How many places are tried in all, about a second's worth. After that, only the two likely ones are. */
const maxTries = 500_000;

/**
 * Finds the place at which the gateway wrote a line, whatever number the line now bears. Whoever does a
 * damage can recompute numbers and hashes, but has no MACs other than those of the original places.
 */
export class PlaceFinder {
  readonly #hmac: Hmac;
  #tries = maxTries;

  constructor(hmac: Hmac) {
    this.#hmac = hmac;
  }

  /** @returns undefined for a line that the gateway wrote at no place within reach */
  find({ seq, mac, entry }: Line, expected: number): number | undefined {
    const fits = (place: number) => macOf(this.#hmac, place, entry) === mac;
    if (fits(seq)) return seq;
    if (seq !== expected && fits(expected)) return expected;
    for (let away = 1; away <= reach && this.#tries > 0; away += 1) {
      this.#tries -= 2;
      if (fits(expected + away)) return expected + away;
      if (expected > away && fits(expected - away)) return expected - away;
    }
    return undefined;
  }
}
