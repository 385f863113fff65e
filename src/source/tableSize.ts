/** An index of a table, as far as it tells how many rows a statement looks at. */
export interface IndexSize {
  /** The names of its columns, in order. */
  readonly columns: readonly string[];
  readonly isUnique: boolean;
  /** Those of its columns that it keeps by code point, where the column itself is compared otherwise. */
  readonly byCodePoint?: readonly string[];
  /** How many rows have the same value in its first column, as the source estimates. */
  readonly rowsPerValue: number;
}

/**
 * How large a table is and what finds its rows. It changes with the data, so no contract and no
 * refusal hangs on it: it would tell of rows that are out of a requester's scope. It decides only
 * where a statement queues and in which of several ways it is written, and so how long it takes.
 */
export interface TableSize {
  /** As the source estimates them. */
  readonly rows: number;
  readonly indexes: readonly IndexSize[];
  /** The columns whose texts an index can keep by code point where they are compared otherwise. */
  readonly byCodePoint?: {
    readonly columns: readonly string[];
    /** What is written behind such a column in an index. */
    readonly collate: string;
  };
}

/** The tables of a source by name. A view is not among them: its source does not tell its size. */
export type SourceSizes = ReadonlyMap<string, TableSize>;
