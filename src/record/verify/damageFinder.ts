import type { FoundHead, Head } from '../chain/head.js';
import { follows, type Line } from '../chain/line.js';

import { Damages, maxDamages, type LineDamage } from './damage.js';
import { MissingPlaces } from './missingPlaces.js';
import type { PlaceFinder } from './placeFinder.js';

/** What is known of lines before they are read. */
export interface Span {
  /** The line before the first of them. */
  readonly start: Head;
  /** Where they end. They may go on behind a head, and not behind a seal. */
  readonly end: FoundHead;
  readonly isSealed: boolean;
}

/**
 * Tells what became of the lines of a record, one by one. Each line that the gateway wrote proves its place by its
 * MAC. A place that is passed over is DROPPED, or REORDERED where its line turns up later; a line whose
 * place was there already is INSERTED. Lines that prove no place are ALTERED, as many as there are places
 * missing for them, and INSERTED beyond. The chain of hashes finds what MACs cannot: a line of another
 * record under the same key, which proves its place in both.
 */
export class DamageFinder {
  readonly #head: FoundHead;
  readonly #places: PlaceFinder;
  readonly #damages = new Damages();
  readonly #missing = new MissingPlaces();
  /** The last place that a line may have. */
  readonly #last: number;
  /** The place of the next line, if all is well. */
  #expected: number;
  #line = 0;
  #before: Head;
  /** Lines that proved no place, since the last that did. */
  #unproven = 0;
  #meetsHead: boolean;
  /** Whether lines come before the first of these. */
  readonly #isBehindOthers: boolean;

  constructor({ start, end, isSealed }: Span, places: PlaceFinder) {
    this.#head = end;
    this.#places = places;
    this.#last = isSealed && end.kind === 'proven' ? end.seq : Infinity;
    this.#expected = start.seq + 1;
    this.#isBehindOthers = start.seq > 0;
    this.#before = { seq: start.seq, hash: start.hash };
    this.#meetsHead = end.kind !== 'proven' || (end.seq === start.seq && end.hash === start.hash);
  }

  /** Whether so many damages are known that the rest would only take time. */
  get isFull(): boolean {
    return this.#damages.size + this.#missing.gaps.length >= maxDamages;
  }

  /** @param line undefined for a text that is no line of a record */
  add(line: Line | undefined): void {
    this.#line += 1;
    const place = line && this.#places.find(line, this.#expected);
    if (!line || place === undefined || place > this.#last) {
      this.#unproven += 1;
      return;
    }
    if (place < this.#expected) {
      this.#settle(0, this.#line);
      this.#damages.add(this.#missing.take(place) ? 'REORDERED' : 'INSERTED', place, this.#line);
      return;
    }
    const altered = this.#settle(place - this.#expected, this.#line);
    this.#missing.add(this.#expected + altered, place - 1, this.#line);
    // Any damage breaks the chain. Only a break without another damage says something new.
    if (this.#isSound() && !follows(line, this.#before)) {
      this.#damages.add('ALTERED', place, this.#line);
    }
    if (this.#head.kind === 'proven' && place === this.#head.seq) {
      this.#meetsHead = line.hash === this.#head.hash;
    }
    this.#before = line;
    this.#expected = place + 1;
  }

  /** All damages, once the last line was added. */
  end(): readonly LineDamage[] {
    const end = this.#line + 1;
    // Without a head, each line that proves no place is taken to stand in the place of one that would.
    const last =
      this.#head.kind === 'proven' ? this.#head.seq : this.#expected - 1 + this.#unproven;
    const cutOff = this.isFull ? 0 : Math.max(last + 1 - this.#expected, 0);
    const first = this.#expected + this.#settle(cutOff, end);
    if (cutOff > 0 && first <= last) this.#damages.add('TRUNCATED', first, end, last + 1 - first);
    for (const { from, to, line } of this.#missing.gaps) {
      this.#damages.add('DROPPED', from, line, to + 1 - from);
    }
    this.#judgeHead(this.#line > 0 || this.#isBehindOthers);
    return this.#damages.inOrder();
  }

  #isSound(): boolean {
    return this.#damages.size === 0 && this.#missing.gaps.length === 0;
  }

  /**
   * Says what the lines that proved no place are, now that it is known how many places are missing for
   * them. Gives how many were altered.
   */
  #settle(missing: number, line: number): number {
    const first = line - this.#unproven;
    const altered = Math.min(this.#unproven, missing);
    const inserted = this.#unproven - altered;
    if (altered > 0) this.#damages.add('ALTERED', this.#expected, first, altered);
    if (inserted > 0) {
      this.#damages.add('INSERTED', this.#expected + altered, first + altered, inserted);
    }
    this.#unproven = 0;
    return altered;
  }

  #judgeHead(hasLines: boolean): void {
    // Without a head, nothing says that lines at the end are not gone. It is there before the first line is.
    if (this.#head.kind === 'missing' && hasLines) this.#damages.add('TRUNCATED', null, null);
    if (this.#head.kind === 'forged') this.#damages.add('ALTERED', null, null);
    if (this.#isSound() && !this.#meetsHead) this.#damages.add('ALTERED', null, null);
  }
}
