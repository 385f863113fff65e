import { describeMask, redactMask, type Mask } from '../mask.js';

/** The greatest number that divides both, by Euclid. */
function greatestDivisor(one: number, other: number): number {
  return other === 0 ? one : greatestDivisor(other, one % other);
}

/**
 * The ranges that follow from either of two: those by a multiple of both steps. Ranges by 10 and by
 * 15 both lie within one by 30, and in none that is narrower.
 */
function meetRanges(one: number, other: number): Mask {
  const step = (one / greatestDivisor(one, other)) * other;
  return Number.isSafeInteger(step) ? Object.freeze({ rule: 'RANGE', step }) : redactMask;
}

/**
 * The weaker of two masks, which shows no more than either: by an order that is declared here.
 *
 * - Equal masks meet as themselves.
 * - `YEAR` lies below `YEAR_MONTH`, and `RANGE(b)` below `RANGE(a)` where b is a multiple of a.
 * - `REDACT` lies below all, and is what masks meet as that are not compared, since they keep
 *   different parts of a value. `KEEP(1,1)` is not below `KEEP(2,2)`: 张小三 is too short for the
 *   second, so **** there, yet 张*三 under the first. `HASH` is below none: it tells all values apart.
 *
 * The order of rules must not decide, so the meet of three is the same however they are taken
 * together.
 */
export function meetMasks(one: Mask, other: Mask): Mask {
  if (describeMask(one) === describeMask(other)) return one;
  if (one.rule === 'RANGE' && other.rule === 'RANGE') return meetRanges(one.step, other.step);
  if (one.rule === 'YEAR' && other.rule === 'YEAR_MONTH') return one;
  if (one.rule === 'YEAR_MONTH' && other.rule === 'YEAR') return other;
  return redactMask;
}
