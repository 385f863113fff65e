import type { Column } from '../column/column.js';

import type { Filter } from './filter.js';
import type { Junction } from './junction.js';

/**
 * What rows are grouped by: an equal value, compared by code point, or days with the same
 * beginning, such as the days of one year. What is no day is in the group of the nulls.
 */
export type GroupKey =
  | { readonly kind: 'column'; readonly column: Column }
  | { readonly kind: 'dayPart'; readonly column: Column; readonly length: number };

/**
 * Computed over the values of a column: `values` counts them without nulls, `distinct` counts the
 * different ones, `sum` adds whole numbers exactly, `min` and `max` are of numbers or days.
 */
export interface ColumnMeasure {
  readonly kind: 'values' | 'distinct' | 'sum' | 'min' | 'max';
  readonly column: Column;
}

/**
 * Adds whole numbers, none of which counts for more than `atMost`, or for less than `-atMost`. Decimals of a
 * stated scale are whole numbers of units of their last digit, and so are the bound and the sum.
 */
export interface SumWithin {
  readonly kind: 'sumWithin';
  readonly column: Column;
  /** Less than 2^31, so that no sum of such numbers is too great for a source. */
  readonly atMost: number;
}

/** What is computed over the rows of a group. `count` counts rows. */
export type Measure = { readonly kind: 'count' } | ColumnMeasure | SumWithin;

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
  /**
   * A column by which rows of a group are put together first; null for none. Then `count` counts the
   * different values of it, and of `sumWithin` neither a row nor all rows of one value together count
   * for more than `atMost`. No other measure is possible.
   */
  readonly each: Column | null;
  /** The most groups that are given; null for all of them. */
  readonly maxGroups: number | null;
  /** Whether groups of one row are left out; not where rows are put together by `each`. */
  readonly areSeveral?: boolean;
  /** By which the rows are reached; else all rows of the table are. */
  readonly junction?: Junction;
}
