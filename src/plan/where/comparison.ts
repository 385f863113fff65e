import type { OrderOperator } from '../../policy/model/operator.js';
import type { Column } from '../../source/column.js';
import { allOf, compare, type Filter } from '../../source/filter.js';
import type { Parameter } from '../../source/parameter.js';

const lastCodePoint = 0x10ffff;
/** UTF-16's surrogates are no characters: the next one after U+D7FF is U+E000. */
const [beforeSurrogates, afterSurrogates] = [0xd7ff, 0xe000];

/** The first text, by code point, after all that begin with `prefix`; undefined where there is none. */
function firstAfter(prefix: string): string | undefined {
  const points = Array.from(prefix, (character) => character.codePointAt(0) ?? 0);
  while (points.at(-1) === lastCodePoint) points.pop();
  const last = points.pop();
  if (last === undefined) return undefined;
  const next = last === beforeSurrogates ? afterSurrogates : last + 1;
  return String.fromCodePoint(...points, next);
}

/**
 * A comparison with one value. The texts that begin with a prefix lie next to each other in the
 * order of code points, so they are a range: no pattern that a value could break, and an index
 * serves.
 */
export function comparison(column: Column, operator: OrderOperator, value: Parameter): Filter {
  if (operator !== 'startsWith') return compare(column, operator, value);
  const from = compare(column, 'gte', value);
  const end = firstAfter(String(value));
  return end === undefined ? from : allOf([from, compare(column, 'lt', end)]);
}
