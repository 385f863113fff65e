import type { KeyedFetch } from '../plan/rows/fetch.js';
import type { FetchRequest } from '../source/fetchRequest.js';
import { allOf, isIn, type Filter, type Related } from '../source/filter.js';
import type { Parameter } from '../source/parameter.js';

/**
 * The keys of the rows that meet a condition through a link, with one more than there may be, which
 * tells of too many. Either all are taken or none, so that they need no order.
 */
export function relatedRequest(
  { table, to, scope, condition }: Related,
  maxRows: number,
): FetchRequest {
  const filter = allOf([scope, condition]);
  const limit = { kind: 'total', rows: maxRows + 1 } as const;
  return { table, columns: [to], filter, orderBy: [], limit };
}

/** The rows with these keys: those looked up, or those that a link leads to. */
export function keysRequest(
  { fetch: { table, columns }, to }: Pick<KeyedFetch, 'fetch' | 'to'>,
  scope: Filter,
  keys: readonly Parameter[],
): FetchRequest {
  return { table, columns, filter: allOf([isIn(to, keys), scope]), orderBy: [], limit: null };
}
