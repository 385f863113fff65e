/** What a kind of source can do; the planner asks before it relies on it. */
export interface Capabilities {
  /** The most values one statement's `in` may hold; longer lists are fetched in chunks. */
  readonly maxKeys: number;
  /** The most keys that conditions on other sources may add to the filter of one statement, in all. */
  readonly maxRelatedKeys: number;
  /** Whether a statement that is given up is also ended at the source. */
  readonly canCancel: boolean;
}
