import type { BoundList } from '../plan/page/boundList.js';
import { reversed } from '../plan/page/position.js';
import type { ManyLinkEntry } from '../plan/rows/rowShape.js';
import type { AggregateRequest } from '../source/request/aggregateRequest.js';
import type { FetchRequest } from '../source/request/fetchRequest.js';
import { allOf } from '../source/request/filter.js';
import { hasKey, type Key } from '../source/request/key.js';

/**
 * Asks for the page of a root's list, and for one more row, which shows that there is another page.
 * A page from the end is asked for in the reversed order.
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

/** Asks how many rows a root's list has on all pages. */
export function totalRequest({ plan, filter }: BoundList): AggregateRequest {
  const { table } = plan.fetch;
  return {
    table,
    filter,
    groupBy: [],
    measures: [{ kind: 'count' }],
    each: null,
    maxGroups: null,
  };
}

/** Asks for the pages of a link to many rows, one for each key, each with one more row. */
export function pagesRequest(
  { to }: ManyLinkEntry,
  list: BoundList,
  keys: readonly Key[],
): FetchRequest {
  const page = pageRequest({ ...list, filter: allOf([hasKey(to, keys), list.filter]) });
  // For one key, a plain limit is enough, and an index of the source can serve it.
  if (keys.length === 1) return page;
  return { ...page, limit: { kind: 'each', of: to, rows: list.page.size + 1 } };
}

/** Asks how many rows each key of a link to many rows has on all pages. */
export function totalsRequest(
  { to }: ManyLinkEntry,
  list: BoundList,
  keys: readonly Key[],
): AggregateRequest {
  const total = totalRequest({ ...list, filter: allOf([hasKey(to, keys), list.filter]) });
  return { ...total, groupBy: to.map((column) => ({ kind: 'column', column })) };
}
