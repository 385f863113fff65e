import type { Merge } from './figure.js';

/** By what a cube keeps apart what may be published from what may not. */
export interface DisclosureRules {
  /** The least number of people that a published number is about, or could be about for all that is told. */
  readonly threshold: number;
  /** Per cent: a number of which one person makes up so much is not published; null for no such bound. */
  readonly dominance: number | null;
  /** Published numbers are multiples of it. */
  readonly rounding: number;
  readonly merge: Merge;
}
