import type { Comparator } from './filter.js';

/** What a filter may ask of a column. */
export type ColumnTest = Comparator | 'isNull';

/**
 * What a kind of source can do. What it cannot is no part of any contract: policy leaves it out, with the
 * reason, before an operation is planned.
 */
export interface Capabilities {
  /** What its filters may ask of a column; `in` is what rows are looked up and links are followed by. */
  readonly tests: ReadonlySet<ColumnTest>;
  /** Whether it gives rows in an order, which every list has. */
  readonly canOrder: boolean;
  /** Whether it counts rows, and works out measures by groups. */
  readonly canGroup: boolean;
  /** Whether a filter may ask for rows that are linked to others in the same source. */
  readonly canRelate: boolean;
  /** The most values one statement's `in` may hold; longer lists are fetched in chunks. */
  readonly maxKeys: number;
  /** The most keys that conditions on other sources may add to the filter of one statement, in all. */
  readonly maxRelatedKeys: number;
}

/** A source that can do all that the channel asks for, as databases that speak SQL can. */
export const fullCapabilities: Capabilities = Object.freeze({
  tests: new Set<ColumnTest>(['in', 'lt', 'lte', 'gt', 'gte', 'isNull']),
  canOrder: true,
  canGroup: true,
  canRelate: true,
  maxKeys: 512,
  maxRelatedKeys: 10_000,
});
