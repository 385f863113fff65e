import { ExchangeError } from '../../errors/exchangeError.js';
import type { BoundPlan } from '../../plan/boundPlan.js';
import type { BoundList } from '../../plan/page/boundList.js';
import { positionOf, type Position } from '../../plan/page/position.js';
import type { BoundExport } from '../../plan/roots/exportRows.js';
import { isTooLarge } from '../../source/column/tooLarge.js';
import type { FetchedRow } from '../../source/row.js';
import { fetchPageTree } from '../fetch/fetchPageTree.js';
import { Fetcher, type Connectors } from '../fetch/fetcher.js';
import type { PageTree } from '../rowTree.js';
import { JsonOut, jsonBytes } from '../write/jsonOut.js';
import { at } from '../write/path.js';
import { rowWriter } from '../write/rowWriter.js';
import { writeEach } from '../write/writeRows.js';
import { notUniqueAt } from '../write/writing.js';

/** Some rows of an export, one behind the other, and how much was read for them. */
export interface ExportedRows {
  /** Each an object of JSON in UTF-8, and a line feed. */
  readonly lines: Buffer;
  /** How many lines there are. */
  readonly count: number;
  /** Where the last row that was fetched stands; null where none was. */
  readonly end: Position | null;
  readonly hasMore: boolean;
  readonly errors: readonly ExchangeError[];
  /** Rows fetched, by resource. */
  readonly rows: ReadonlyMap<string, number>;
  /** Keys looked up, found or not, by resource. */
  readonly keys: ReadonlyMap<string, number>;
  readonly statements: number;
}

/** An export of a bound plan, and which of its rows are wanted. */
export interface AskedChunk {
  readonly bound: BoundPlan;
  readonly root: BoundExport;
  /** The export's list, with the page that is wanted. */
  readonly list: BoundList;
  /** How many lines went before. */
  readonly before: number;
}

/** What belongs to one value alone. All else is a failure, after which an export does not go on. */
const ofValues: readonly string[] = ['VALUE_MISMATCH', 'VALUE_TOO_LARGE', 'NOT_UNIQUE'];

const lineFeed = jsonBytes('\n');

/** Chunks are written one after the other, as answers are. */
const out = new JsonOut();

/** Where the last row stands, behind which the export goes on. */
function endOf(row: FetchedRow, { order, orderIndexes }: BoundList): Position {
  const position = positionOf(row, order, orderIndexes);
  if (position) return position;
  const isLarge = order.some(({ column }, place) =>
    isTooLarge(column, row.at(orderIndexes[place] ?? -1) ?? null),
  );
  throw new ExchangeError(isLarge ? 'VALUE_TOO_LARGE' : 'VALUE_MISMATCH');
}

function write(
  { bound, root, before }: AskedChunk,
  { page, shapes }: PageTree,
): Pick<ExportedRows, 'lines' | 'count' | 'errors'> {
  const { key, row: shape } = root.step;
  const branches = shapes.get(shape);
  if (!branches) throw new TypeError('the links of an export were not followed');
  const writing = { out, errors: [] as ExchangeError[], hashKeys: bound.hashKeys };
  const writeRow = rowWriter(shape);
  out.cut(0);
  const between = () => {
    out.bytes(lineFeed);
  };
  const place = at(null, key);
  const count = writeEach(page.rows, writing, place, { between, before }, (row, path) => {
    writeRow(row, branches, writing, path);
  });
  if (count > 0) between();
  return { lines: out.take(), count, errors: writing.errors };
}

/**
 * Fetches one chunk of an export and writes its rows as lines, masks included. A source that fails for a
 * part of it fails all of it: whoever goes on later lacks nothing.
 *
 * @throws {ExchangeError} SOURCE_UNAVAILABLE, SOURCE_BUSY, SOURCE_TIMEOUT or LIMIT_EXCEEDED; NOT_UNIQUE,
 *   VALUE_MISMATCH or VALUE_TOO_LARGE where rows cannot be told apart by what orders them
 */
export async function exportChunk(
  asked: AskedChunk,
  connectors: Connectors,
): Promise<ExportedRows> {
  const { bound, root, list } = asked;
  const fetcher = new Fetcher(connectors, bound);
  const tree = await fetchPageTree(list, { fetcher, bound });
  const { page } = tree;
  if (page.hasTwins) throw notUniqueAt(at(null, root.step.key), list.plan.decision.resource.name);
  const last = page.rows.at(-1);
  const end = last ? endOf(last, list) : null;
  const written = write(asked, tree);
  const failure = written.errors.find(({ code }) => !ofValues.includes(code));
  if (failure) throw failure;
  const { rows, keys, statements } = fetcher;
  return { ...written, end, hasMore: page.hasMore, rows, keys, statements };
}
