import { shiftClock } from '../../../shared/shiftClock.js';
import type { Reading } from '../../../source/column/reading.js';

const [first, last] = ['0000-01-01 00:00:00', '9999-12-31 23:59:59'];

/**
 * Writes whether what a clock shows has a year of four digits by the clock of UTC: near the ends of the
 * calendar it may not. It stands behind what tests that it is a moment at all.
 *
 * @param write writes a comparison of the column with a moment
 */
export function writeIsTold(
  isMoment: string,
  { offset }: Extract<Reading, { readonly kind: 'clock' }>,
  write: (operator: '>=' | '<=', moment: string) => string,
): string {
  if (offset === 0) return isMoment;
  const end =
    offset > 0
      ? write('>=', shiftClock(first, offset) ?? first)
      : write('<=', `${shiftClock(last, offset) ?? last}.999999`);
  return `(${isMoment} AND ${end})`;
}
