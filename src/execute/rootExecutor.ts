import type { BoundList } from '../plan/page/boundList.js';
import type { Fetch, KeyedFetch } from '../plan/rows/fetch.js';
import type { RowShape } from '../plan/rows/rowShape.js';
import type { BoundWhere } from '../plan/where/boundWhere.js';
import type { AggregateRequest } from '../source/request/aggregateRequest.js';
import type { FetchRequest } from '../source/request/fetchRequest.js';
import type { Filter } from '../source/request/filter.js';

import type { Fetching } from './fetch/fetching.js';
import type { Writing } from './write/writing.js';

/** What a root asks of its source. It is data, so that explain can tell it without asking. */
export type SourceRequest =
  | { readonly kind: 'nothing'; readonly name: string }
  | {
      readonly kind: 'rows';
      readonly name: string;
      readonly fetch: Fetch;
      readonly rows: readonly RowShape[];
      readonly request: FetchRequest;
    }
  | {
      readonly kind: 'keys';
      readonly name: string;
      readonly keyed: KeyedFetch;
      readonly scope: Filter;
      readonly rows: readonly RowShape[];
      /** The names of fields that are compared and not shown. */
      readonly compared: readonly string[];
    }
  | { readonly kind: 'pages'; readonly name: string; readonly list: BoundList }
  | {
      readonly kind: 'groups';
      readonly name: string;
      readonly fetch: Fetch;
      readonly request: AggregateRequest;
      readonly where: BoundWhere;
    };

/** How one kind of root is executed: what it asks, how it fetches, and how it writes its answer. */
export interface RootExecutor<Bound, Fetched> {
  readonly toRequest: (root: Bound) => SourceRequest;
  /** @throws {ExchangeError} SOURCE_UNAVAILABLE, SOURCE_BUSY, SOURCE_TIMEOUT or LIMIT_EXCEEDED */
  readonly fetch: (root: Bound, fetching: Fetching) => Promise<Fetched>;
  /** Asks no source and waits for nothing. */
  readonly write: (root: Bound, fetched: Fetched, writing: Writing) => void;
}
