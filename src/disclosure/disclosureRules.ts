import type { Merge } from './figure.js';

/** The rules of a cube that decide which numbers may be published. */
export interface DisclosureRules {
  /** The least number of people in a published number, and the least range left for a suppressed count. */
  readonly threshold: number;
  /** A number is suppressed if one person contributes so many per cent of it; null for no bound. */
  readonly dominance: number | null;
  /** Published numbers are rounded to multiples of it. */
  readonly rounding: number;
  readonly merge: Merge;
}
