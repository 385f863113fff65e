import type { BoundList } from '../plan/boundPlan.js';
import type { Row, SqlValue } from '../plan/connector.js';
import type { Parameter } from '../plan/filter.js';
import type { ManyLinkEntry } from '../plan/queryPlan.js';

import { chunked, joined } from './chunked.js';
import type { Fetcher } from './fetcher.js';
import { pageRequest, pagesRequest } from './requests.js';

/** A page of a list, fetched and not yet shaped. */
export interface Page {
  readonly rows: readonly Row[];
  readonly hasNextPage: boolean;
}

/** Fetches the page of a root's list. */
export async function fetchPage(list: BoundList, fetcher: Fetcher): Promise<Page> {
  const { step, first } = list;
  const found = await fetcher.fetch(step.fetch.source, pageRequest(list));
  const rows = found.slice(0, first);
  fetcher.count(step.fetch, rows.length);
  return { rows, hasNextPage: found.length > first };
}

/** The page of each key, made of the rows of all keys, which come in the list's order. */
function pagesOf(
  found: readonly Row[],
  { toIndex }: ManyLinkEntry,
  { first }: BoundList,
): ReadonlyMap<SqlValue, Page> {
  const byKey = new Map<SqlValue, Row[]>();
  for (const row of found) {
    const key = row[toIndex] ?? null;
    const rows = byKey.get(key);
    if (rows) rows.push(row);
    else byKey.set(key, [row]);
  }
  const pages = [...byKey].map(([key, rows]): [SqlValue, Page] => [
    key,
    { rows: rows.slice(0, first), hasNextPage: rows.length > first },
  ]);
  return new Map(pages);
}

/**
 * Fetches a page for each of the keys that a link to many rows leads by, all in one statement (for
 * long lists of keys, one for each chunk).
 */
export async function fetchPages(
  link: ManyLinkEntry,
  list: BoundList,
  keys: readonly Parameter[],
  fetcher: Fetcher,
): Promise<ReadonlyMap<SqlValue, Page>> {
  const { step } = list;
  const { maxKeys } = fetcher.capabilitiesOf(step.fetch.source);
  const chunks = chunked(keys, maxKeys).map((values) => {
    return fetcher.fetch(step.fetch.source, pagesRequest(link, list, values));
  });
  const pages = pagesOf(joined(await Promise.all(chunks)), link, list);
  for (const { rows } of pages.values()) fetcher.count(step.fetch, rows.length);
  return pages;
}
