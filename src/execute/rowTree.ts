import type { ExchangeError } from '../errors/exchangeError.js';
import type { BoundList } from '../plan/page/boundList.js';
import type { LinkEntry, ManyLinkEntry, RowShape } from '../plan/rows/rowShape.js';
import type { Row, SqlValue } from '../source/row.js';

/** A page of a list, fetched and not yet written. */
export interface Page {
  /** In the order of the list, from whichever end the page was asked for. */
  readonly rows: readonly Row[];
  /** Whether there are more rows in the direction that it was asked for. */
  readonly hasMore: boolean;
  /** How many rows there are on all pages; 0 where it was not asked. */
  readonly total: number;
}

/** Where the links of some rows led. */
export type Branches = ReadonlyMap<LinkEntry | ManyLinkEntry, Branch>;

/** Where one link led: to rows or pages, found by key; or nowhere, because its source failed. */
export type Branch =
  | {
      readonly kind: 'rows';
      readonly byKey: ReadonlyMap<SqlValue, Row>;
      readonly branches: Branches;
    }
  | {
      readonly kind: 'pages';
      readonly list: BoundList;
      readonly byKey: ReadonlyMap<SqlValue, Page>;
      readonly shapes: BranchesByShape;
    }
  | { readonly kind: 'failed'; readonly error: ExchangeError };

/** Where the links led of the rows of a list, for each shape in which the rows are asked for. */
export type BranchesByShape = ReadonlyMap<RowShape, Branches>;

/** What was fetched of a row, and of those that its links led to: all that an answer is written of. */
export interface RowTree {
  readonly row: Row;
  readonly branches: Branches;
}

/** The same of a page. */
export interface PageTree {
  readonly page: Page;
  readonly shapes: BranchesByShape;
}
