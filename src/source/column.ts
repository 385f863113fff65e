/**
 * How a column stores its values; parameters are encoded for it. `OTHER` is what no field can hold:
 * bytes, JSON, times of day.
 */
export type Storage = 'TEXT' | 'INTEGER' | 'REAL' | 'DECIMAL' | 'DATE' | 'BOOLEAN' | 'OTHER';

/** A column of a source, with the storage that parameters compared to it are encoded for. */
export interface Column {
  readonly name: string;
  readonly storage: Storage;
  readonly nullable: boolean;
  /** Whether the source's own comparison of it is by code point, as the channel's is. */
  readonly exact: boolean;
  /** Whether a view or an expression makes it, so that it may hold what another column does. */
  readonly isDerived?: boolean;
}
