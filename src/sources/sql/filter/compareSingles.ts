import type { Parameter } from '../../../source/column/parameter.js';
import type { Comparator } from '../../../source/request/filter.js';
import type { Comparison } from '../dialect.js';
import { shortestSingle } from '../held/shortestSingle.js';

import { padValues, writeComparison } from './writeComparison.js';

const largest = 3.4028234663852886e38;

/** The number of single precision that is nearest to a value. */
function nearest(value: number): number {
  return Math.min(Math.max(Math.fround(value), -largest), largest);
}

/**
 * The comparison of stored numbers that comes to a comparison of the shown ones. To round keeps their
 * order, so only the nearest stored number is in question: whether it is shown below, as, or above the
 * value.
 */
function storedOperator(operator: Exclude<Comparator, 'in'>, shown: number, value: number) {
  switch (operator) {
    case 'lt':
    case 'lte':
      return shown < value || (operator === 'lte' && shown === value) ? 'lte' : 'lt';
    case 'gt':
    case 'gte':
      return shown > value || (operator === 'gte' && shown === value) ? 'gte' : 'gt';
    default:
      return operator satisfies never;
  }
}

/**
 * Writes a comparison with numbers of single precision, as they are shown (`shortestSingle`). An index
 * serves it.
 *
 * @param place adds a value, and writes its placeholder
 */
export function compareSingles(
  { operator, values }: Comparison,
  name: string,
  place: (value: Parameter) => string,
): string {
  const numbers = values.map(Number);
  if (operator === 'in') {
    // A value that no stored number is shown as equals none.
    const stored = numbers.filter((value) => shortestSingle(nearest(value)) === value).map(nearest);
    return stored.length > 0
      ? writeComparison(name, operator, padValues(stored).map(place))
      : 'FALSE';
  }
  const [value = Number.NaN] = numbers;
  const at = nearest(value);
  return writeComparison(name, storedOperator(operator, shortestSingle(at), value), [place(at)]);
}
