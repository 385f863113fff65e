import type { ExchangeError } from '../errors/exchangeError.js';
import { toExchangeError } from '../errors/toExchangeError.js';
import { bothFilters } from '../plan/bindScope.js';
import type { Filter, Parameter, Row, SqlValue } from '../plan/connector.js';
import { encodeParameter } from '../plan/encodeParameter.js';
import type { LinkEntry, RowShape } from '../plan/queryPlan.js';

import type { Fetcher } from './fetcher.js';

/** The rows of one level and, below it, of those that its links lead to. */
export interface Level {
  readonly rows: readonly Row[];
  readonly links: ReadonlyMap<LinkEntry, LinkedLevel>;
}

/** Where a link led: to rows, found by key; or nowhere, because its source failed. */
export type LinkedLevel =
  | { readonly kind: 'found'; readonly level: Level; readonly byKey: ReadonlyMap<SqlValue, Row> }
  | { readonly kind: 'failed'; readonly error: ExchangeError };

function distinctKeys({ fromIndex, to }: LinkEntry, rows: readonly Row[]): readonly Parameter[] {
  const keys = new Set<Parameter>();
  for (const row of rows) {
    const key = encodeParameter(to, row[fromIndex]);
    if (key !== undefined) keys.add(key);
  }
  return [...keys];
}

async function fetchByKeys(
  link: LinkEntry,
  keys: readonly Parameter[],
  fetcher: Fetcher,
): Promise<readonly Row[]> {
  const { maxKeys } = fetcher.capabilitiesOf(link.fetch.source);
  const chunks: Promise<readonly Row[]>[] = [];
  for (let start = 0; start < keys.length; start += maxKeys) {
    const values = keys.slice(start, start + maxKeys);
    const byKeys: Filter = { kind: 'all', of: [{ column: link.to, operator: 'in', values }] };
    const filter = bothFilters(byKeys, fetcher.scopeOf(link.fetch));
    chunks.push(fetcher.fetch(link.fetch, { filter, orderBy: null, limit: null }));
  }
  return (await Promise.all(chunks)).flat();
}

async function fetchLink(
  link: LinkEntry,
  rows: readonly Row[],
  fetcher: Fetcher,
): Promise<LinkedLevel> {
  try {
    const found = await fetchByKeys(link, distinctKeys(link, rows), fetcher);
    const byKey = new Map(found.map((row) => [row[link.toIndex] ?? null, row]));
    return { kind: 'found', level: await fetchLinks(link.row, found, fetcher), byKey };
  } catch (error) {
    return { kind: 'failed', error: toExchangeError(error) };
  }
}

/** Follows all links of a level's rows: for each one statement for all rows, and so downwards. */
export async function fetchLinks(
  { entries }: RowShape,
  rows: readonly Row[],
  fetcher: Fetcher,
): Promise<Level> {
  const links = entries.filter((entry) => entry.kind === 'link');
  if (links.length === 0) return { rows, links: new Map() };
  const levels = await Promise.all(
    links.map(async (link) => [link, await fetchLink(link, rows, fetcher)] as const),
  );
  return { rows, links: new Map(levels) };
}
