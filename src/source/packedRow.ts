import type { FetchedRow, SqlValue } from './row.js';

/** How the bytes of one column are read, in every row of an answer. */
export interface PackedColumn {
  /** Whether a value is the text that its bytes are in UTF-8, and nothing else. */
  readonly isText: boolean;
  /** The value that stands between two places of some bytes. */
  readonly read: (bytes: Buffer, start: number, end: number) => SqlValue;
}

/** Stands in the place of a value's beginning where the value is null. */
export const packedNull = -1;

/**
 * A row as its source sent it. Its values are read when they are asked for, and a text can be written on
 * without being read. It holds on to the bytes that came with it.
 */
export class PackedRow implements FetchedRow {
  readonly bytes: Buffer;
  readonly #columns: readonly PackedColumn[];
  /** Where each value begins and ends, one after the other, from the place on that is the row's first. */
  readonly #places: Int32Array;
  readonly #first: number;

  constructor(columns: readonly PackedColumn[], bytes: Buffer, places: Int32Array, first: number) {
    this.#columns = columns;
    this.bytes = bytes;
    this.#places = places;
    this.#first = first;
  }

  at(index: number): SqlValue | undefined {
    const column = this.#columns[index];
    if (!column) return undefined;
    const start = this.startOf(index);
    return start === packedNull ? null : column.read(this.bytes, start, this.endOf(index));
  }

  /** Whether a value that is not null is the text that its bytes are in UTF-8. */
  isText(index: number): boolean {
    return this.#columns[index]?.isText ?? false;
  }

  /** Where the bytes of a value begin; `packedNull` for a null. */
  startOf(index: number): number {
    return this.#places[this.#first + 2 * index] ?? packedNull;
  }

  /** Where the bytes of a value end. */
  endOf(index: number): number {
    return this.#places[this.#first + 2 * index + 1] ?? 0;
  }
}
