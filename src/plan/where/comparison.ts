import type { OrderOperator } from '../../policy/model/operators.js';
import type { Column } from '../../source/column/column.js';
import { firstAfter } from '../../source/column/firstAfter.js';
import type { Parameter } from '../../source/column/parameter.js';
import { allOf, compare, type Filter } from '../../source/request/filter.js';

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
