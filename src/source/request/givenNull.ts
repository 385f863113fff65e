import type { Column } from '../column/column.js';
import { isComparedAlike } from '../column/isReadAlike.js';

import { allOf, allRows, anyOf, negate, noRows, type Filter } from './filter.js';

/** What a filter comes to in rows of which one knows whether a column is null. */
export function givenNull(filter: Filter, column: Column, isNull: boolean): Filter {
  const given = (part: Filter) => givenNull(part, column, isNull);
  switch (filter.kind) {
    case 'isNull':
      if (!isComparedAlike(filter.column, column)) return filter;
      return isNull ? allRows : noRows;
    case 'compare':
    case 'contains':
    case 'has':
      // A null meets no comparison.
      return isNull && isComparedAlike(filter.column, column) ? noRows : filter;
    case 'and':
      return allOf(filter.of.map(given));
    case 'or':
      return anyOf(filter.of.map(given));
    case 'not':
      return negate(given(filter.of));
    case 'everything':
    case 'nothing':
    case 'related':
    case 'elsewhere':
      return filter;
    default:
      return filter satisfies never;
  }
}
