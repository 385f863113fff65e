import type { BoundList } from '../plan/page/boundList.js';
import { reversed } from '../plan/page/position.js';
import type { ManyLinkEntry } from '../plan/rows/rowShape.js';
import type { AggregateRequest } from '../source/aggregateRequest.js';
import type { FetchRequest } from '../source/fetchRequest.js';
import { allOf, isIn } from '../source/filter.js';
import type { Parameter } from '../source/parameter.js';

/**
 * The page of a root's list, with one row more than asked for, which tells that there is another. A
 * page from the end is asked for in the order from there.
 */
export function pageRequest({ plan, filter, columns, order, page }: BoundList): FetchRequest {
  const { size, isBackward, beyond } = page;
  return {
    table: plan.fetch.table,
    columns,
    filter: beyond ? allOf([filter, beyond]) : filter,
    orderBy: isBackward ? reversed(order) : order,
    limit: { kind: 'total', rows: size + 1 },
  };
}

/** How many rows a root's list has on all its pages. */
export function totalRequest({ plan, filter }: BoundList): AggregateRequest {
  const { table } = plan.fetch;
  return { table, filter, groupBy: [], measures: [{ kind: 'count' }], maxGroups: null };
}

/** A page for each of the keys that a link to many rows leads by, each with one row more. */
export function pagesRequest(
  { to }: ManyLinkEntry,
  list: BoundList,
  keys: readonly Parameter[],
): FetchRequest {
  const page = pageRequest({ ...list, filter: allOf([isIn(to, keys), list.filter]) });
  // Of one key, the page is cut by a plain limit, which a source serves by an index.
  if (keys.length === 1) return page;
  return { ...page, limit: { kind: 'each', of: to, rows: list.page.size + 1 } };
}

/** How many rows each of the keys leads to that a link to many leads by, on all pages. */
export function totalsRequest(
  { to }: ManyLinkEntry,
  list: BoundList,
  keys: readonly Parameter[],
): AggregateRequest {
  const total = totalRequest({ ...list, filter: allOf([isIn(to, keys), list.filter]) });
  return { ...total, groupBy: [{ kind: 'column', column: to }] };
}
