import type { BoundList } from '../plan/page/boundList.js';
import { reversed } from '../plan/page/position.js';
import type { Fetch } from '../plan/rows/fetch.js';
import type { ManyLinkEntry } from '../plan/rows/rowShape.js';
import type { AggregateRequest } from '../source/request/aggregateRequest.js';
import type { FetchRequest } from '../source/request/fetchRequest.js';
import { allOf, noRows, type Filter } from '../source/request/filter.js';
import { hasKey, type Key } from '../source/request/key.js';

/** Gives the row scope of a fetch, as bound for the requester. */
type ScopeOf = (fetch: Fetch) => Filter;

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

/** Which rows the keys of a link lead to, of those in scope. */
function reachedBy(
  { to, junction }: ManyLinkEntry,
  filter: Filter,
  keys: readonly Key[],
  scopeOf: ScopeOf,
): Pick<FetchRequest, 'filter' | 'junction'> {
  if (!junction) return { filter: allOf([hasKey(to, keys), filter]) };
  const { fetch, ...pairs } = junction;
  const columns = pairs.keys.map(({ column }) => column);
  const leading = allOf([hasKey(columns, keys), scopeOf(fetch)]);
  if (leading.kind === 'nothing') return { filter: noRows };
  return { filter, junction: { ...pairs, table: fetch.table, filter: leading } };
}

/** Asks for the pages of a link to many rows, one for each key, each with one more row. */
export function pagesRequest(
  link: ManyLinkEntry,
  list: BoundList,
  keys: readonly Key[],
  scopeOf: ScopeOf,
): FetchRequest {
  const { to } = link;
  const { filter, ...reached } = reachedBy(link, list.filter, keys, scopeOf);
  const page = { ...pageRequest({ ...list, filter }), ...reached };
  // For one key, a plain limit is enough, and an index of the source can serve it.
  if (keys.length === 1) return page;
  const keyed = link.junction ? null : { keys, rest: pageRequest(list).filter };
  return {
    ...page,
    limit: { kind: 'each', of: to, rows: list.page.size + 1, ...(keyed && { keyed }) },
  };
}

/** Asks how many rows each key of a link to many rows has on all pages. */
export function totalsRequest(
  link: ManyLinkEntry,
  list: BoundList,
  keys: readonly Key[],
  scopeOf: ScopeOf,
): AggregateRequest {
  const { filter, ...reached } = reachedBy(link, list.filter, keys, scopeOf);
  const total = totalRequest({ ...list, filter });
  return { ...total, ...reached, groupBy: link.to.map((column) => ({ kind: 'column', column })) };
}
