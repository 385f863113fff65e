import type { ExchangeError } from '../../errors/exchangeError.js';
import type { BoundList } from '../../plan/boundPlan.js';
import type { LinkEntry, ManyLinkEntry, RowShape } from '../../plan/queryPlan.js';
import type { Row, SqlValue } from '../../source/row.js';

import type { Page } from './fetchPages.js';

/** Where the links of a level's rows led. */
export type Level = ReadonlyMap<LinkEntry | ManyLinkEntry, LinkedLevel>;

/** Where a link led: to rows or pages, found by key; or nowhere, because its source failed. */
export type LinkedLevel =
  | { readonly kind: 'row'; readonly level: Level; readonly byKey: ReadonlyMap<SqlValue, Row> }
  | {
      readonly kind: 'pages';
      readonly list: BoundList;
      readonly levels: ReadonlyMap<RowShape, Level>;
      readonly byKey: ReadonlyMap<SqlValue, Page>;
    }
  | { readonly kind: 'failed'; readonly error: ExchangeError };
