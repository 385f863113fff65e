import { maxInnerCells } from '../../disclosure/publishCube.js';
import { ExchangeError } from '../../errors/exchangeError.js';
import { unreachable } from '../../shared/unreachable.js';
import type { BoundList, BoundPlan, BoundRoot } from '../boundPlan.js';
import type { Limits } from '../limits.js';
import type { ConnectionEntry, EdgeEntry, ListStep, RowShape } from '../queryPlan.js';

import { wheresOf } from './bindReads.js';

type Links = ReadonlyMap<ListStep, BoundList>;

/** The rows that one row brings with it: itself, and those its links lead to. */
function rowCost({ entries }: RowShape, links: Links): number {
  let cost = 1;
  for (const entry of entries) {
    if (entry.kind === 'link') cost += rowCost(entry.row, links);
    if (entry.kind === 'manyLink') cost += listCost(entry.list, links.get(entry.list), links);
  }
  return cost;
}

function rowsOf(entry: ConnectionEntry | EdgeEntry, links: Links): number {
  if (entry.kind === 'nodes' || entry.kind === 'node') return rowCost(entry.row, links);
  if (entry.kind !== 'edges') return 0;
  return entry.entries.map((part) => rowsOf(part, links)).reduce((a, b) => a + b, 0);
}

function listCost(step: ListStep, list: BoundList | undefined, links: Links): number {
  const perRow = step.entries.map((entry) => rowsOf(entry, links)).reduce((a, b) => a + b, 0);
  return step.hasPage ? (list?.page.size ?? 0) * Math.max(perRow, 1) : 0;
}

/** What a source goes through many rows for, of which the operation cannot tell how many. */
const throughManyRows = 100;

function rootCost(root: BoundRoot, links: Links): number {
  switch (root.kind) {
    case 'lookup':
      return rowCost(root.step.row, links);
    case 'batchLookup':
      // Whoever tries keys out pays for each, those that are asked twice or find no one too.
      return Math.max(root.keys.length, 1) * rowCost(root.step.row, links);
    case 'verify':
      return Math.max(root.claimed.length, 1);
    case 'aggregate':
      return throughManyRows + root.maxGroups;
    case 'statistics':
      // Sums over its cells may be as many again.
      return throughManyRows + 2 * maxInnerCells;
    case 'list':
      return 1 + listCost(root.list.step, root.list, links);
    case 'other':
      return 1;
    default:
      return unreachable(root);
  }
}

/** The most rows that an operation may fetch, told by it and its arguments alone. */
export function costOf({ plan, roots, links }: BoundPlan): number {
  const wheres = [...wheresOf(roots), ...Array.from(links.values(), ({ where }) => where)];
  const throughs = wheres.reduce((count, where) => count + where.throughs.length, 0);
  const totals = plan.lists.filter(({ hasTotal }) => hasTotal).length;
  const beside = (throughs + totals) * throughManyRows;
  return roots.reduce((cost, root) => cost + rootCost(root, links), beside);
}

/**
 * Refuses an operation that could fetch too many rows: by its cost, so that the refusal says nothing
 * of the data.
 *
 * @throws {ExchangeError} LIMIT_EXCEEDED
 */
export function checkCost(bound: BoundPlan, { maxCost }: Limits): void {
  const cost = costOf(bound);
  if (cost <= maxCost) return;
  throw new ExchangeError(
    'LIMIT_EXCEEDED',
    `An operation may ask for at most ${maxCost} rows, linked ones included; this one could fetch ${cost}.`,
  );
}
