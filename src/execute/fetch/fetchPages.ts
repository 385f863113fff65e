import type { BoundList } from '../../plan/page/boundList.js';
import type { Fetch } from '../../plan/rows/fetch.js';
import type { ManyLinkEntry } from '../../plan/rows/rowShape.js';
import type { Filter } from '../../source/request/filter.js';
import { idOfRow, type Key } from '../../source/request/key.js';
import type { FetchedRow, SqlValue } from '../../source/row.js';
import { pageRequest, pagesRequest, totalRequest, totalsRequest } from '../pageRequest.js';
import type { Page } from '../rowTree.js';

import { chunk, concatenate } from './chunk.js';
import type { Fetcher } from './fetcher.js';
import { hasTwins } from './hasTwins.js';
import { keysAtOnce } from './keysAtOnce.js';
import { rowsByKey } from './rowsByKey.js';

/** Cuts a page out of rows in the order in which the source was asked. */
function cut(found: readonly FetchedRow[], list: BoundList, total: number): Page {
  if (hasTwins(found, list)) return { rows: [], hasMore: false, total, hasTwins: true };
  const { size, isBackward } = list.page;
  const rows = found.slice(0, size);
  if (isBackward) rows.reverse();
  return { rows, hasMore: found.length > size, total, hasTwins: false };
}

async function fetchRows(list: BoundList, fetcher: Fetcher): Promise<readonly FetchedRow[]> {
  if (!list.plan.hasPage) return [];
  return fetcher.fetch(list.plan.fetch.source, pageRequest(list));
}

async function fetchTotal(list: BoundList, fetcher: Fetcher): Promise<number> {
  if (!list.plan.hasTotal) return 0;
  const [row] = await fetcher.aggregate(list.plan.fetch.source, totalRequest(list));
  return Number(row?.[0]);
}

/** Fetches the page of a root's list. */
export async function fetchPage(list: BoundList, fetcher: Fetcher): Promise<Page> {
  const [found, total] = await Promise.all([fetchRows(list, fetcher), fetchTotal(list, fetcher)]);
  const page = cut(found, list, total);
  fetcher.count(list.plan.fetch, page.rows.length);
  return page;
}

/** What the requests for a bound list are made of, but for the keys. */
const partsOf = new WeakMap<BoundList, readonly unknown[]>();

function allButKeys(
  { junction }: ManyLinkEntry,
  list: BoundList,
  scopeOf: (of: Fetch) => Filter,
): readonly unknown[] {
  const known = partsOf.get(list);
  if (known) return known;
  const parts = [list.filter, list.order, list.page, junction && scopeOf(junction.fetch)];
  partsOf.set(list, parts);
  return parts;
}

/**
 * Fetches the pages of a link to many rows, one for each key: one statement for all pages and,
 * where totals are asked for, one for all totals. A long list of keys takes one for each chunk. A
 * key without a row has no page.
 */
export async function fetchPages(
  link: ManyLinkEntry,
  list: BoundList,
  keys: readonly Key[],
  fetcher: Fetcher,
): Promise<ReadonlyMap<SqlValue, Page>> {
  const { fetch, hasPage, hasTotal } = list.plan;
  const { source } = fetch;
  const scopeOf = (of: Fetch) => fetcher.scopeOf(of);
  const chunks = chunk(keys, keysAtOnce(link, fetcher.capabilitiesOf(source)));
  const bound = allButKeys(link, list, scopeOf);
  const pages = hasPage
    ? chunks.map((values) =>
        fetcher.fetchKeyed({
          source,
          place: link,
          isUnique: !list.plan.isVouched,
          bound,
          keys: values,
          requestFor: (some) => pagesRequest(link, list, some, scopeOf),
        }),
      )
    : [];
  const totals = hasTotal
    ? chunks.map((values) => fetcher.aggregate(source, totalsRequest(link, list, values, scopeOf)))
    : [];
  const [found, counted] = await Promise.all([Promise.all(pages), Promise.all(totals)]);
  const rows = rowsByKey(concatenate(found), link);
  const total = new Map(
    concatenate(counted).map((row) => [
      idOfRow(link.to, [...link.to.keys()], row),
      Number(row.at(link.to.length)),
    ]),
  );
  const leading = new Set([...rows.keys(), ...total.keys()]);
  return new Map(
    Array.from(leading, (key): [SqlValue, Page] => {
      const page = cut(rows.get(key) ?? [], list, total.get(key) ?? 0);
      fetcher.count(fetch, page.rows.length);
      return [key, page];
    }),
  );
}
