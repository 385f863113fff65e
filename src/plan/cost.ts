import { ExchangeError } from '../errors/exchangeError.js';

import type { BoundPlan, BoundRoot } from './boundPlan.js';
import type { Limits } from './limits.js';
import type { ConnectionEntry, EdgeEntry, RowShape } from './queryPlan.js';

/** The rows that one row brings with it: itself, and those its links lead to. */
function rowCost({ entries }: RowShape): number {
  return entries.reduce((sum, entry) => sum + (entry.kind === 'link' ? rowCost(entry.row) : 0), 1);
}

function rowsOf(entry: ConnectionEntry | EdgeEntry): number {
  if (entry.kind === 'nodes' || entry.kind === 'node') return rowCost(entry.row);
  return entry.kind === 'edges' ? entry.entries.map(rowsOf).reduce((a, b) => a + b, 0) : 0;
}

function rootCost(root: BoundRoot): number {
  if (root.kind === 'lookup') return rowCost(root.step.row);
  if (root.kind === 'other') return 1;
  const perRow = root.step.entries.map(rowsOf).reduce((a, b) => a + b, 0);
  return 1 + root.first * Math.max(perRow, 1);
}

/**
 * Refuses an operation that could fetch too many rows. The cost is the most rows it may fetch, told
 * by the operation and its arguments alone, so that the refusal says nothing of the data.
 *
 * @throws {ExchangeError} LIMIT_EXCEEDED
 */
export function checkCost(bound: BoundPlan, { maxCost }: Limits): void {
  const cost = bound.roots.map(rootCost).reduce((a, b) => a + b, 0);
  if (cost <= maxCost) return;
  throw new ExchangeError(
    'LIMIT_EXCEEDED',
    `An operation may ask for at most ${maxCost} rows, linked ones included; this one could fetch ${cost}.`,
  );
}
