import type { Column } from '../column/column.js';

import type { Filter } from './filter.js';

/**
 * Pairs of another table of the same source, by which rows are reached. A row comes once for each key that
 * leads to it, however many pairs do.
 */
export interface Junction {
  readonly table: string;
  /** Which of its rows are pairs. */
  readonly filter: Filter;
  /** Its columns that hold the keys, each with the column that a statement gives it as. */
  readonly keys: readonly { readonly column: Column; readonly as: Column }[];
  /** Its columns that equal columns of the rows, and the name that a statement gives each. */
  readonly on: readonly { readonly column: Column; readonly as: string; readonly to: Column }[];
  /** Whether the source holds each pair once. */
  readonly areDistinct: boolean;
}
