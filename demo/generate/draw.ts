import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

const dayMs = 86_400_000;

/** Draws from a seed: the same seed gives the same draws, on every machine. */
export class Draw {
  readonly #random;

  constructor(seed: number) {
    this.#random = xoroshiro128plus(seed);
  }

  /** A whole number from 0, below the bound. */
  below(bound: number): number {
    return uniformInt(this.#random, 0, bound - 1);
  }

  /** True in `percent` of a hundred draws. */
  happens(percent: number): boolean {
    return this.below(100) < percent;
  }

  one<T>(from: readonly T[]): T {
    const drawn = from[this.below(from.length)];
    if (drawn === undefined) throw new RangeError('there is nothing to draw from');
    return drawn;
  }

  digits(count: number): string {
    return Array.from({ length: count }, () => this.below(10)).join('');
  }

  /** A day from `first` to `last`, both YYYY-MM-DD and both included. */
  day(first: string, last: string): string {
    const from = Date.parse(first);
    const days = (Date.parse(last) - from) / dayMs;
    return new Date(from + this.below(days + 1) * dayMs).toISOString().slice(0, 10);
  }

  /** The same things in an order that says nothing of how they came about. */
  shuffled<T>(things: readonly T[]): readonly T[] {
    return things
      .map((thing) => ({ thing, place: this.below(2 ** 31) }))
      .sort((one, other) => one.place - other.place)
      .map(({ thing }) => thing);
  }
}
