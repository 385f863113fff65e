import { ExchangeError } from '../errors/exchangeError.js';
import type { BoundList } from '../plan/boundPlan.js';
import type { Parameter, Row } from '../plan/connector.js';
import type { ConnectionEntry, EdgeEntry, PageInfoField, RowShape } from '../plan/queryPlan.js';

import { assembleRow, NullInNonNull, type Assembly, type Json, type Path } from './assembleRow.js';
import { fetchLinks, type Level } from './fetchLinks.js';
import type { Fetcher } from './fetcher.js';

/** A page of a list, fetched and not yet shaped. */
interface Page {
  readonly rows: readonly Row[];
  readonly hasNextPage: boolean;
  /** The rows' links, by the shape that asks for them. */
  readonly levels: ReadonlyMap<RowShape, Level>;
}

function rowShapes(entries: readonly (ConnectionEntry | EdgeEntry)[]): readonly RowShape[] {
  return entries.flatMap((entry) => {
    if (entry.kind === 'nodes' || entry.kind === 'node') return entry.row;
    return entry.kind === 'edges' ? rowShapes(entry.entries) : [];
  });
}

/** Fetches a page, with one row more than asked for to tell whether another page follows. */
async function fetchPage(list: BoundList, fetcher: Fetcher): Promise<Page> {
  const { step, filter, first } = list;
  const request = { filter, orderBy: step.pageBy, limit: first + 1 };
  const found = await fetcher.fetch(step.fetch, request, first);
  const rows = found.slice(0, first);
  const levels = await Promise.all(
    rowShapes(step.entries).map(
      async (shape) => [shape, await fetchLinks(shape, rows, fetcher)] as const,
    ),
  );
  return { rows, hasNextPage: found.length > first, levels: new Map(levels) };
}

/** The cursor of a row: where it lies in the order of `pageBy`, sealed. */
function cursorOf(
  { step, cursors }: BoundList,
  row: Row | undefined,
  { errors }: Assembly,
  path: Path,
): string | null {
  if (!row) return null;
  const position = row[step.pageIndex];
  if (typeof position !== 'string' && typeof position !== 'number') {
    const cause = new TypeError('a row has no place in the order of its list');
    errors.push(new ExchangeError('INTERNAL', undefined, { path, cause }));
    throw new NullInNonNull();
  }
  return cursors.seal(position satisfies Parameter);
}

function pageInfo(
  list: BoundList,
  page: Page,
  field: PageInfoField,
  assembly: Assembly,
  path: Path,
): Json {
  switch (field) {
    case 'hasNextPage':
      return page.hasNextPage;
    case 'hasPreviousPage':
      // Relay allows what is cheap to tell: a page asked for with `after` has one before it.
      return !list.isFirstPage;
    case 'startCursor':
      return cursorOf(list, page.rows[0], assembly, path);
    case 'endCursor':
      return cursorOf(list, page.rows.at(-1), assembly, path);
  }
}

function assembleNode(shape: RowShape, row: Row, page: Page, assembly: Assembly, path: Path): Json {
  const level = page.levels.get(shape);
  if (!level) throw new TypeError('the links of a shape were not followed');
  return assembleRow(shape, row, level, assembly, path);
}

function assembleEntry(
  entry: ConnectionEntry,
  list: BoundList,
  page: Page,
  assembly: Assembly,
  path: Path,
): Json {
  switch (entry.kind) {
    case 'typename':
      return entry.name;
    case 'nodes':
      return page.rows.map((row, index) =>
        assembleNode(entry.row, row, page, assembly, [...path, index]),
      );
    case 'edges':
      return page.rows.map((row, index) => {
        const edge: Record<string, Json> = {};
        for (const part of entry.entries) {
          if (part.kind === 'typename') edge[part.key] = part.name;
          else {
            const partPath = [...path, index, part.key];
            edge[part.key] =
              part.kind === 'cursor'
                ? cursorOf(list, row, assembly, partPath)
                : assembleNode(part.row, row, page, assembly, partPath);
          }
        }
        return edge;
      });
    case 'pageInfo':
      return Object.fromEntries(
        entry.entries.map((part) => [
          part.key,
          part.kind === 'typename'
            ? part.name
            : pageInfo(list, page, part.field, assembly, [...path, part.key]),
        ]),
      );
  }
}

/** Answers a list root as a Relay connection; null, with its error, where a row is at fault. */
export async function executeList(
  list: BoundList,
  fetcher: Fetcher,
  assembly: Assembly,
): Promise<Json> {
  const page = await fetchPage(list, fetcher);
  const connection: Record<string, Json> = {};
  try {
    for (const entry of list.step.entries) {
      const path = [list.step.key, entry.key];
      connection[entry.key] = assembleEntry(entry, list, page, assembly, path);
    }
  } catch (error) {
    if (error instanceof NullInNonNull) return null;
    throw error;
  }
  return connection;
}
