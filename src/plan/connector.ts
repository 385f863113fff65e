import type { Column } from '../catalog/catalog.js';
import type { SourceShape } from '../catalog/sourceShape.js';

import type { Direction } from './direction.js';
import type { Filter } from './filter.js';

/** A value as a source gives it; whole numbers beyond 2^53 and exact decimals as their digits. */
export type SqlValue = string | number | null | Uint8Array;

/** A row: the values of the columns asked for, in that order. */
export type Row = readonly SqlValue[];

/** One place in an order; texts are ordered by code point. */
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

/** What a kind of source can do; the planner asks before it relies on it. */
export interface Capabilities {
  /** The most values one statement's `in` may hold; longer lists are fetched in chunks. */
  readonly maxKeys: number;
  /** The most keys that conditions on other sources may add to the filter of one statement, in all. */
  readonly maxRelatedKeys: number;
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
   * Runs one statement that works measures out, which gives a row for each group: its value of each
   * key, then its measures. Groups come in the order of their keys, nulls last.
   *
   * @throws {ExchangeError} as `fetch` does
   */
  aggregate(request: AggregateRequest): Promise<readonly Row[]>;
  /**
   * The statement that `fetch` or `aggregate` would run, in the source's language, with places and no
   * values; null where it would run none. Asks the source nothing: it stands on the last `shape`.
   */
  explain(request: FetchRequest | AggregateRequest): string | null;
  close(): Promise<void>;
}
