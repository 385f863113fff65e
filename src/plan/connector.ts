import type { Column } from '../catalog/catalog.js';
import type { SourceShape } from '../catalog/sourceShape.js';

import type { Filter } from './filter.js';

/** A value as a source gives it; whole numbers beyond 2^53 and exact decimals as their digits. */
export type SqlValue = string | number | null | Uint8Array;

/** A row: the values of the columns asked for, in that order. */
export type Row = readonly SqlValue[];

export type Direction = 'ASC' | 'DESC';

/** One place in an order. Nulls come last in either direction; texts are ordered by code point. */
export interface Order {
  readonly column: Column;
  readonly direction: Direction;
}

/** How many rows are wanted: in all, or the first of each value of a column. */
export type Limit =
  | { readonly kind: 'total'; readonly rows: number }
  | { readonly kind: 'each'; readonly of: Column; readonly rows: number };

/** What one statement fetches. */
export interface FetchRequest {
  readonly table: string;
  readonly columns: readonly Column[];
  readonly filter: Filter;
  /** Empty where at most one row can match each key. */
  readonly orderBy: readonly Order[];
  readonly limit: Limit | null;
}

/** What a kind of source can do; the planner asks before it relies on it. */
export interface Capabilities {
  /** The most values one statement's `in` may hold; longer lists are fetched in chunks. */
  readonly maxKeys: number;
  /** Whether a statement that is given up is also ended at the source. */
  readonly canCancel: boolean;
}

/** The door to one source. */
export interface Connector {
  readonly capabilities: Capabilities;
  /** The tables that the source holds now. */
  shape(): Promise<SourceShape>;
  /**
   * Runs one statement.
   *
   * @throws {ExchangeError} SOURCE_UNAVAILABLE or SOURCE_TIMEOUT, without a word of the driver's
   */
  fetch(request: FetchRequest): Promise<readonly Row[]>;
  /**
   * The statement that `fetch` would run, in the source's language, with places and no values; null
   * where it would run none. Asks the source nothing: it stands on the last `shape`.
   */
  explain(request: FetchRequest): string | null;
  close(): Promise<void>;
}
