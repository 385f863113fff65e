import { toExchangeError } from '../../errors/toExchangeError.js';
import { rowShapes } from '../../plan/facts/gatherRowFacts.js';
import type { LinkEntry, ListPlan, ManyLinkEntry, RowShape } from '../../plan/rows/rowShape.js';
import { idOfKey, keyOfRow, type Key } from '../../source/request/key.js';
import type { FetchedRow, SqlValue } from '../../source/row.js';
import type { Branch, Branches, BranchesByShape } from '../rowTree.js';

import { concatenate } from './chunk.js';
import { fetchByKeys } from './fetchByKeys.js';
import { fetchPages } from './fetchPages.js';
import type { Fetching } from './fetching.js';
import { resolveElsewhere } from './resolveElsewhere.js';

/** The keys by which rows lead on, each once. */
function keysOf(
  { fromIndexes, to }: LinkEntry | ManyLinkEntry,
  rows: readonly FetchedRow[],
): readonly Key[] {
  const keys = new Map<SqlValue, Key>();
  for (const row of rows) {
    const key = keyOfRow(to, fromIndexes, row);
    if (key) keys.set(idOfKey(key), key);
  }
  return [...keys.values()];
}

async function followOne(
  link: LinkEntry,
  rows: readonly FetchedRow[],
  fetching: Fetching,
): Promise<Branch> {
  const { fetcher } = fetching;
  const scope = fetcher.scopeOf(link.fetch);
  const found = await fetchByKeys(link, keysOf(link, rows), scope, fetcher);
  const branches = await fetchLinks(link.row, [...found.byKey.values()], fetching);
  return { kind: 'rows', byKey: found.byKey, several: found.several, branches };
}

async function followMany(
  link: ManyLinkEntry,
  rows: readonly FetchedRow[],
  fetching: Fetching,
): Promise<Branch> {
  const list = fetching.bound.links.get(link.list);
  if (!list) throw new TypeError('a list of the plan was not bound');
  const { fetcher } = fetching;
  const { source } = link.list.fetch;
  const filter = await resolveElsewhere(list.filter, list.where, source, fetcher);
  const keys = keysOf(link, rows);
  const within = filter === list.filter ? list : { ...list, filter };
  const byKey = await fetchPages(link, within, keys, fetcher);
  const found = concatenate(Array.from(byKey.values(), (page) => page.rows));
  return { kind: 'pages', list, byKey, shapes: await fetchShapes(link.list, found, fetching) };
}

async function follow(
  link: LinkEntry | ManyLinkEntry,
  rows: readonly FetchedRow[],
  fetching: Fetching,
): Promise<Branch> {
  try {
    return link.kind === 'link'
      ? await followOne(link, rows, fetching)
      : await followMany(link, rows, fetching);
  } catch (error) {
    return { kind: 'failed', error: toExchangeError(error) };
  }
}

/** Follows the links of a connection's rows, for each shape of the rows. */
export async function fetchShapes(
  { entries }: ListPlan,
  rows: readonly FetchedRow[],
  fetching: Fetching,
): Promise<BranchesByShape> {
  const shapes = rowShapes(entries).map(
    async (shape) => [shape, await fetchLinks(shape, rows, fetching)] as const,
  );
  return new Map(await Promise.all(shapes));
}

/**
 * Follows all links of a level's rows: one statement for each link and all rows, then the next
 * level.
 */
export async function fetchLinks(
  { entries }: RowShape,
  rows: readonly FetchedRow[],
  fetching: Fetching,
): Promise<Branches> {
  const links = entries.filter((entry) => entry.kind === 'link' || entry.kind === 'manyLink');
  if (links.length === 0) return noBranches;
  const branches = links.map(async (link) => [link, await follow(link, rows, fetching)] as const);
  return new Map(await Promise.all(branches));
}

const noBranches: Branches = new Map();
