import type { Column } from '../catalog/catalog.js';
import type { SourceShape } from '../catalog/sourceShape.js';

/** A value as a source gives it. */
export type SqlValue = string | number | bigint | null | Uint8Array;

/** A value encoded for the column that it is compared to. */
export type Parameter = string | number;

/** A row: the values of the columns asked for, in that order. */
export type Row = readonly SqlValue[];

/** One comparison; texts compare by code point. A null in the column meets none. */
export interface Comparison {
  readonly column: Column;
  readonly operator: 'in' | 'gt';
  /** For `in` at least one; for `gt` exactly one. */
  readonly values: readonly Parameter[];
}

/** Which rows are asked for; an empty `all` is every row. */
export type Filter =
  { readonly kind: 'nothing' } | { readonly kind: 'all'; readonly of: readonly Comparison[] };

export const noRows: Filter = Object.freeze({ kind: 'nothing' });

/** What one statement fetches. */
export interface FetchRequest {
  readonly table: string;
  readonly columns: readonly Column[];
  readonly filter: Filter;
  /** Ascending; null where at most one row can match each key. */
  readonly orderBy: Column | null;
  readonly limit: number | null;
}

/** What a kind of source can do; the planner asks before it relies on it. */
export interface Capabilities {
  /** The most values one statement's `in` may hold; longer lists are fetched in chunks. */
  readonly maxKeys: number;
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
  close(): Promise<void>;
}
