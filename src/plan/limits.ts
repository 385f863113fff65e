/** Bounds on an operation. All are checked before a source is asked. */
export interface Limits {
  /** Levels of fields, introspection not counted. */
  readonly maxDepth: number;
  /** Aliases of fields. */
  readonly maxAliases: number;
  /** Root fields. */
  readonly maxRootFields: number;
  /** The most rows that an operation may fetch, linked rows included. */
  readonly maxCost: number;
  /** The largest `first` or `last`. */
  readonly maxPageSize: number;
  /** The longest list of an `in`, and the most values in one `where`. */
  readonly maxListLength: number;
  /**
   * The most rows of other sources that the conditions of one list may go through. Only rows in
   * scope that meet them count, so that hidden rows have no influence.
   */
  readonly maxRelatedRows: number;
}

/** The most sets of claims that one verification takes (比对). */
export const maxVerifications = 1_000;
