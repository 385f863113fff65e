import { toExchangeError } from '../../errors/toExchangeError.js';
import type { BoundList } from '../../plan/boundPlan.js';
import type { LinkEntry, ListStep, ManyLinkEntry, RowShape } from '../../plan/queryPlan.js';
import { rowShapes } from '../../plan/rows/rowShapes.js';
import { encodeParameter, type Parameter } from '../../source/parameter.js';
import type { Row } from '../../source/row.js';

import { joined } from './chunked.js';
import { fetchByKeys } from './fetchByKeys.js';
import { fetchPages } from './fetchPages.js';
import type { Fetcher } from './fetcher.js';
import type { Level, LinkedLevel } from './level.js';
import { resolveElsewhere } from './resolveElsewhere.js';

/** What is followed with: the statements, and the lists below the roots. */
export interface Following {
  readonly fetcher: Fetcher;
  readonly links: ReadonlyMap<ListStep, BoundList>;
}

function distinctKeys(
  { fromIndex, to }: LinkEntry | ManyLinkEntry,
  rows: readonly Row[],
): ReadonlySet<Parameter> {
  const keys = new Set<Parameter>();
  for (const row of rows) {
    const key = encodeParameter(to, row[fromIndex]);
    if (key !== undefined) keys.add(key);
  }
  return keys;
}

async function followOne(
  link: LinkEntry,
  rows: readonly Row[],
  following: Following,
): Promise<LinkedLevel> {
  const { fetcher } = following;
  const scope = fetcher.scopeOf(link.fetch);
  const byKey = await fetchByKeys(link, distinctKeys(link, rows), scope, fetcher);
  return { kind: 'row', byKey, level: await fetchLinks(link.row, [...byKey.values()], following) };
}

async function followMany(
  link: ManyLinkEntry,
  rows: readonly Row[],
  following: Following,
): Promise<LinkedLevel> {
  const list = following.links.get(link.list);
  if (!list) throw new TypeError('a list of the plan was not bound');
  const { fetcher } = following;
  const { source } = link.list.fetch;
  const filter = await resolveElsewhere(list.filter, list.where, source, fetcher);
  const keys = [...distinctKeys(link, rows)];
  const byKey = await fetchPages(link, { ...list, filter }, keys, fetcher);
  const found = joined(Array.from(byKey.values(), (page) => page.rows));
  return { kind: 'pages', list, byKey, levels: await fetchShapes(link.list, found, following) };
}

async function follow(
  link: LinkEntry | ManyLinkEntry,
  rows: readonly Row[],
  following: Following,
): Promise<LinkedLevel> {
  try {
    return link.kind === 'link'
      ? await followOne(link, rows, following)
      : await followMany(link, rows, following);
  } catch (error) {
    return { kind: 'failed', error: toExchangeError(error) };
  }
}

/** Follows the links of a connection's rows, for each shape in which the rows are asked for. */
export async function fetchShapes(
  { entries }: ListStep,
  rows: readonly Row[],
  following: Following,
): Promise<ReadonlyMap<RowShape, Level>> {
  const levels = rowShapes(entries).map(
    async (shape) => [shape, await fetchLinks(shape, rows, following)] as const,
  );
  return new Map(await Promise.all(levels));
}

/** Follows all links of a level's rows: for each one statement for all rows, and so downwards. */
export async function fetchLinks(
  { entries }: RowShape,
  rows: readonly Row[],
  following: Following,
): Promise<Level> {
  const links = entries.filter((entry) => entry.kind === 'link' || entry.kind === 'manyLink');
  if (links.length === 0) return noLinks;
  const levels = links.map(async (link) => [link, await follow(link, rows, following)] as const);
  return new Map(await Promise.all(levels));
}

const noLinks: Level = new Map();
