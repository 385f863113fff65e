import type { Column } from '../source/column/column.js';
import { allOf, anyOf, isRelated, negate, type Filter } from '../source/request/filter.js';
import { hasKey, type Key } from '../source/request/key.js';

/** Stands for keys that only a fetch would bring. Reports show no value, so any key serves. */
export function someKeys(columns: readonly Column[]): readonly Key[] {
  return [columns.map(() => 0)];
}

/**
 * A filter as its source would be asked it: one key stands for those that a condition on another
 * source would bring.
 */
export function withSomeKeys(filter: Filter): Filter {
  switch (filter.kind) {
    case 'everything':
    case 'nothing':
    case 'compare':
    case 'isNull':
    case 'contains':
    case 'has':
      return filter;
    case 'related':
      return isRelated('related', { ...filter, condition: withSomeKeys(filter.condition) });
    case 'elsewhere':
      return hasKey(filter.from, someKeys(filter.from));
    case 'and':
      return allOf(filter.of.map(withSomeKeys));
    case 'or':
      return anyOf(filter.of.map(withSomeKeys));
    case 'not':
      return negate(withSomeKeys(filter.of));
    default:
      return filter satisfies never;
  }
}
