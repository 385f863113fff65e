import type { ExchangeError } from '../errors/exchangeError.js';
import type { BoundList } from '../plan/page/boundList.js';
import type { LinkEntry, ManyLinkEntry, RowShape } from '../plan/rows/rowShape.js';
import type { FetchedRow, SqlValue } from '../source/row.js';

/** A fetched page of a list, not yet written. */
export interface Page {
  /** In the order of the list, also for a page from the end. */
  readonly rows: readonly FetchedRow[];
  /** Whether more rows follow in the direction of the page. */
  readonly hasMore: boolean;
  /** The number of rows on all pages; 0 where it was not asked for. */
  readonly total: number;
  /** Whether rows are alike in all that orders them, so that no page can begin after one of them. */
  readonly hasTwins: boolean;
}

/** Rows by their keys. */
export interface RowsByKey {
  readonly byKey: ReadonlyMap<SqlValue, FetchedRow>;
  /** The keys that several rows have, though the catalog vouches for one. */
  readonly several: ReadonlySet<SqlValue>;
}

/** What the links of some rows led to. */
export type Branches = ReadonlyMap<LinkEntry | ManyLinkEntry, Branch>;

/** What one link led to: rows or pages, by key, or a failure of its source. */
export type Branch =
  | ({ readonly kind: 'rows'; readonly branches: Branches } & RowsByKey)
  | {
      readonly kind: 'pages';
      readonly list: BoundList;
      readonly byKey: ReadonlyMap<SqlValue, Page>;
      readonly shapes: BranchesByShape;
    }
  | { readonly kind: 'failed'; readonly error: ExchangeError };

/** What the links of a list's rows led to, for each shape of the rows. */
export type BranchesByShape = ReadonlyMap<RowShape, Branches>;

/** A fetched row with everything behind its links. An answer is written from such trees alone. */
export interface RowTree {
  readonly row: FetchedRow;
  readonly branches: Branches;
}

/** A fetched page with everything behind the links of its rows. */
export interface PageTree {
  readonly page: Page;
  readonly shapes: BranchesByShape;
}
