import { describeMask, redactMask, type Mask } from '../mask.js';

/** The greatest common divisor, by Euclid. */
function greatestCommonDivisor(one: number, other: number): number {
  return other === 0 ? one : greatestCommonDivisor(other, one % other);
}

/**
 * The meet of two ranges, whose step is the least common multiple of both. Ranges by 10 and by 15 both
 * lie within a range by 30, and within no narrower one.
 */
function meetRanges(one: number, other: number): Mask {
  const step = (one / greatestCommonDivisor(one, other)) * other;
  return Number.isSafeInteger(step) ? Object.freeze({ rule: 'RANGE', step }) : redactMask;
}

/**
 * The meet of two masks: a mask that shows no more than either. It follows the order declared here.
 *
 * - Equal masks meet in themselves.
 * - `YEAR` lies below `YEAR_MONTH`. `RANGE(b)` lies below `RANGE(a)` if b is a multiple of a.
 * - `REDACT` lies below all masks. Masks that keep different parts of a value are not compared and meet
 *   in it. `KEEP(1,1)` is not below `KEEP(2,2)`: 张小三 is too short for the second, which shows ****,
 *   but the first shows 张*三. `HASH` is below no other mask, since it tells all values apart.
 *
 * The meet is associative, so the order in which rules are applied does not matter.
 */
export function meetMasks(one: Mask, other: Mask): Mask {
  if (describeMask(one) === describeMask(other)) return one;
  if (one.rule === 'RANGE' && other.rule === 'RANGE') return meetRanges(one.step, other.step);
  if (one.rule === 'YEAR' && other.rule === 'YEAR_MONTH') return one;
  if (one.rule === 'YEAR_MONTH' && other.rule === 'YEAR') return other;
  return redactMask;
}
