import type { Column } from './column.js';
import type { Filter } from './filter.js';

/**
 * What rows are grouped by: an equal value, compared by code point, or days with the same
 * beginning, such as the days of one year. What is no day is in the group of the nulls.
 */
export type GroupKey =
  | { readonly kind: 'column'; readonly column: Column }
  | { readonly kind: 'dayPart'; readonly column: Column; readonly length: number };

/**
 * What is computed over the rows of a group: `count` counts rows; for a column, `values` counts its
 * values without nulls, `distinct` counts the different ones, `sum` adds whole numbers exactly, and
 * `min` and `max` are of numbers or days.
 */
export type Measure =
  | { readonly kind: 'count' }
  | { readonly kind: 'values' | 'distinct' | 'sum' | 'min' | 'max'; readonly column: Column };

/**
 * What one statement computes over rows. Without a key, all rows are one group, which exists even
 * where there is no row.
 */
export interface AggregateRequest {
  readonly table: string;
  readonly filter: Filter;
  /** Here a null is a value of its own. */
  readonly groupBy: readonly GroupKey[];
  readonly measures: readonly Measure[];
  /** The most groups that are given; null for all of them. */
  readonly maxGroups: number | null;
}
