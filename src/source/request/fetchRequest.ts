import type { Column } from '../column/column.js';

import type { Direction } from './direction.js';
import type { Filter } from './filter.js';
import type { Junction } from './junction.js';
import type { Key } from './key.js';

/** One column of an order. Texts are sorted by code point. */
export interface Order {
  readonly column: Column;
  readonly direction: Direction;
}

/** The request's filter, taken apart: the rows of one of the keys that meet the rest. */
export interface KeyedFilter {
  /** Values of the columns of a limit; each key once. */
  readonly keys: readonly Key[];
  readonly rest: Filter;
}

/**
 * How many rows are wanted: of all rows, or of the rows of each value of some columns. Of a
 * column of either case, each spelling is a value.
 */
export type Limit =
  | { readonly kind: 'total'; readonly rows: number }
  | {
      readonly kind: 'each';
      readonly of: readonly Column[];
      readonly rows: number;
      /** Where the filter asks for keys of these columns. */
      readonly keyed?: KeyedFilter;
    };

/** What one statement fetches. */
export interface FetchRequest {
  readonly table: string;
  readonly columns: readonly Column[];
  readonly filter: Filter;
  /** What the columns test that are no columns; a row meets each or does not. */
  readonly tests?: readonly Filter[];
  /** Empty where each key matches one row at the most. */
  readonly orderBy: readonly Order[];
  readonly limit: Limit | null;
  /** By which the rows are reached; else all rows of the table are. */
  readonly junction?: Junction;
}
