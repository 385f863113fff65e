/** A value as a source gives it; whole numbers beyond 2^53 and exact decimals as their digits. */
export type SqlValue = string | number | boolean | null | Uint8Array;

/** A row as an array: the values of the columns asked for, in that order. */
export type Row = readonly SqlValue[];

/** A fetched row, whose values are read one by one: an array, or a `PackedRow`. */
export interface FetchedRow {
  /** The value of a column by its place; undefined where there is no such place. */
  at(index: number): SqlValue | undefined;
}
