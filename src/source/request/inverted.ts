import type { Column } from '../column/column.js';
import { mayBeNone } from '../column/mayBeNone.js';

import { allOf, anyOf, compare, type Filter } from './filter.js';

const contrary = { lt: 'gte', lte: 'gt', gt: 'lte', gte: 'lt' } as const;

function partsInverted(
  of: readonly Filter[],
  isTotal: (column: Column) => boolean,
): readonly Filter[] | undefined {
  const parts = of.flatMap((part) => inverted(part, isTotal) ?? []);
  return parts.length === of.length ? parts : undefined;
}

/**
 * The rows that a filter does not let through, said by the contrary comparisons, which an index serves;
 * undefined where these would not say it. A null meets no comparison, so it is among those rows.
 *
 * @param isTotal whether of any value of a column, and any that it is compared with, one is below the other
 *   or both are equal
 */
export function inverted(filter: Filter, isTotal: (column: Column) => boolean): Filter | undefined {
  switch (filter.kind) {
    case 'compare': {
      const { column, operator, values } = filter;
      const [value] = values;
      const isPlain = !column.reading && !mayBeNone(column) && isTotal(column);
      if (operator === 'in' || value === undefined || !isPlain) return undefined;
      const other = compare(column, contrary[operator], value);
      return column.nullable ? anyOf([other, { kind: 'isNull', column }]) : other;
    }
    case 'and': {
      const parts = partsInverted(filter.of, isTotal);
      return parts && anyOf(parts);
    }
    case 'or': {
      const parts = partsInverted(filter.of, isTotal);
      return parts && allOf(parts);
    }
    case 'not':
      return filter.of;
    case 'isNull':
      return { kind: 'not', of: filter };
    case 'everything':
    case 'nothing':
    case 'contains':
    case 'has':
    case 'related':
    case 'elsewhere':
      return undefined;
    default:
      return filter satisfies never;
  }
}
