import type { Column } from '../../catalog/catalog.js';
import type { Filter, Parameter } from '../../plan/filter.js';

import type { Statement } from './statement.js';

export type Comparison = Extract<Filter, { readonly kind: 'compare' }>;

/** What differs from one SQL to another. All of them order nulls before everything else. */
export interface Dialect {
  quote(identifier: string): string;
  /** What a column is ordered and partitioned by, so that texts stand by code point. */
  orderOf(column: Column): string;
  /**
   * A comparison, by code point for texts and by exact value for numbers, that cannot fail on a
   * value. It stands beside AND and OR without more parentheses. True exactly where the comparison
   * is met; false or null elsewhere.
   */
  compare(comparison: Comparison, table: string): Statement;
  /** A count of rows, as the driver must be given it. */
  rows(count: number): Parameter;
}
