import type { Comparator } from './request/filter.js';

/** What a filter can test of a column. */
export type ColumnTest = Comparator | 'contains' | 'has' | 'isNull';

/**
 * What a kind of source can do. Policy leaves what it cannot do out of every contract, and gives
 * the reason, before any operation is planned.
 */
export interface Capabilities {
  /** What its filters can test. Lookups and links need `in`. */
  readonly tests: ReadonlySet<ColumnTest>;
  /** Whether it can sort rows. Every list is sorted. */
  readonly canOrder: boolean;
  /** Whether it can count rows and compute measures by group. */
  readonly canGroup: boolean;
  /** Whether a filter can ask for rows that are linked to other rows of the same source. */
  readonly canRelate: boolean;
  /** Whether each row that it fetches can tell whether it meets a filter. */
  readonly canTest: boolean;
  /** Whether a statement is a way to a server, so that those of one moment are put together. */
  readonly isRemote: boolean;
  /** The most values one statement's `in` may hold; longer lists are fetched in chunks. */
  readonly maxKeys: number;
  /** The most keys that conditions on other sources may add to one statement, all together. */
  readonly maxRelatedKeys: number;
}

/** A source that can do everything the channel asks for, as SQL databases can. */
export const fullCapabilities: Capabilities = Object.freeze({
  tests: new Set<ColumnTest>(['in', 'lt', 'lte', 'gt', 'gte', 'contains', 'has', 'isNull']),
  canOrder: true,
  canGroup: true,
  canRelate: true,
  canTest: true,
  isRemote: true,
  maxKeys: 512,
  maxRelatedKeys: 10_000,
});
