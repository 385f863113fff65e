import type { Column } from './column.js';
import type { Filter } from './filter.js';

/**
 * What rows are put together by: those with the same value, compared by code point, or those with
 * days that begin alike, as days of one year. Whatever is no day is one group, the empty text.
 */
export type GroupKey =
  | { readonly kind: 'column'; readonly column: Column }
  | { readonly kind: 'dayPart'; readonly column: Column; readonly length: number };

/**
 * What is worked out over the rows of a group: how many they are; of a column, how many values it has
 * (nulls are none), how many different ones, their sum (of whole numbers, exact), the least and the
 * greatest of them (of numbers and days).
 */
export type Measure =
  | { readonly kind: 'count' }
  | { readonly kind: 'values' | 'distinct' | 'sum' | 'min' | 'max'; readonly column: Column };

/**
 * What one statement works out over rows. Without a key all rows are one group, which is there even
 * where no row is.
 */
export interface AggregateRequest {
  readonly table: string;
  readonly filter: Filter;
  /** A null is a value of its own here. */
  readonly groupBy: readonly GroupKey[];
  readonly measures: readonly Measure[];
  /** How many groups are given at the most; null for all of them. */
  readonly maxGroups: number | null;
}
