import type { Parameter } from '../../../source/column/parameter.js';
import type { Comparator } from '../../../source/request/filter.js';

const operators: { readonly [Name in Exclude<Comparator, 'in'>]: string } = {
  lt: '<',
  lte: '<=',
  gt: '>',
  gte: '>=',
};

/** Pads a list of values to a power of two, so that few statements serve all lengths. */
export function padValues(values: readonly Parameter[]): readonly Parameter[] {
  const last = values.at(-1);
  if (last === undefined) throw new TypeError('a comparison is with at least one value');
  const length = 2 ** Math.ceil(Math.log2(values.length));
  if (length === values.length) return values;
  return [...values, ...Array.from({ length: length - values.length }, () => last)];
}

/**
 * @param left the expression that is compared
 * @param placeholders one for each value, with any cast around it; one value, or any number for
 *   `in`
 */
export function writeComparison(
  left: string,
  operator: Comparator,
  placeholders: readonly string[],
): string {
  const [place = '', ...more] = placeholders;
  if (operator !== 'in') return `${left} ${operators[operator]} ${place}`;
  return more.length === 0 ? `${left} = ${place}` : `${left} IN (${placeholders.join(', ')})`;
}
