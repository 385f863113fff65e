import type { Storage } from './column.js';

export interface ColumnShape {
  readonly storage: Storage;
  readonly nullable: boolean;
  /** No two rows hold the same value, by a constraint of the source. */
  readonly unique: boolean;
  /**
   * The source's own comparison of the column is the channel's: by code point, nothing folded or
   * padded. Where it is not, statements compare bytes besides, at the cost of indexes for order.
   */
  readonly exact: boolean;
  /** Whether a view or an expression makes it, so that it may hold what another column does. */
  readonly isDerived?: boolean;
}

export type TableShape = ReadonlyMap<string, ColumnShape>;

/** What a live source holds, as data: its tables by name, their columns by name. */
export type SourceShape = ReadonlyMap<string, TableShape>;
