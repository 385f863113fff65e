/** Bounds on what is asked, all decided before a source is. */
export interface Limits {
  /** Levels of fields, introspection set aside. */
  readonly maxDepth: number;
  /** Response keys under which fields are asked for by another name. */
  readonly maxAliases: number;
  /** Root fields. */
  readonly maxRootFields: number;
  /** Rows that an operation may fetch at the most, linked ones included. */
  readonly maxCost: number;
  /** The largest `first` or `last`. */
  readonly maxPageSize: number;
  /** The longest list of an `in`, and the most values that one `where` compares with. */
  readonly maxListLength: number;
  /**
   * The most rows of other sources that the conditions of one list may go through: those in scope
   * that meet them, and no others, so that what is hidden has no say in it.
   */
  readonly maxRelatedRows: number;
}

/** The most claims that one verification takes (比对), each of somebody. */
export const maxVerifications = 1_000;
