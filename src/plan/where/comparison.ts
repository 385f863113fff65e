import type { OrderOperator } from '../../policy/model/operators.js';
import type { Column } from '../../source/column/column.js';
import type { Parameter } from '../../source/column/parameter.js';
import { allOf, compare, type Filter } from '../../source/request/filter.js';

const lastCodePoint = 0x10ffff;
/** UTF-16's surrogates are no characters: U+E000 follows U+D7FF. */
const [beforeSurrogates, afterSurrogates] = [0xd7ff, 0xe000];

/**
 * The first text, by code point, after all texts that begin with `prefix`; undefined where there is
 * none.
 */
function firstAfter(prefix: string): string | undefined {
  const points = Array.from(prefix, (character) => character.codePointAt(0) ?? 0);
  while (points.at(-1) === lastCodePoint) points.pop();
  const last = points.pop();
  if (last === undefined) return undefined;
  const next = last === beforeSurrogates ? afterSurrogates : last + 1;
  return String.fromCodePoint(...points, next);
}

/**
 * A comparison with one value. Texts with one prefix are neighbours in the order of code points, so
 * `startsWith` is a range. An index can serve it, and there is no pattern that a value could break.
 */
export function comparison(column: Column, operator: OrderOperator, value: Parameter): Filter {
  if (operator === 'has') return { kind: 'has', column, value };
  if (operator === 'contains') return { kind: 'contains', column, text: String(value) };
  if (operator !== 'startsWith') return compare(column, operator, value);
  const from = compare(column, 'gte', value);
  const end = firstAfter(String(value));
  return end === undefined ? from : allOf([from, compare(column, 'lt', end)]);
}
