import type { Comparator } from '../../source/filter.js';
import type { Parameter } from '../../source/parameter.js';

const operators: { readonly [Name in Exclude<Comparator, 'in'>]: string } = {
  lt: '<',
  lte: '<=',
  gt: '>',
  gte: '>=',
};

/** Lists of keys are padded to powers of two, so that few statements serve all lengths. */
export function padValues(values: readonly Parameter[]): readonly Parameter[] {
  const last = values.at(-1);
  if (last === undefined) throw new TypeError('a comparison is with at least one value');
  const length = 2 ** Math.ceil(Math.log2(values.length));
  if (length === values.length) return values;
  return [...values, ...Array.from({ length: length - values.length }, () => last)];
}

/**
 * @param left what is compared
 * @param placeholders of the values, each with what is around it: one, or for `in` any number
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
