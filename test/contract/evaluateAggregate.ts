import type { Column } from '../../src/source/column/column.js';
import type {
  AggregateRequest,
  GroupKey,
  Measure,
} from '../../src/source/request/aggregateRequest.js';
import type { Row, SqlValue } from '../../src/source/row.js';

import { orderings, passes, scaled, valueOf, type Held } from './evaluate.js';

function keyOf(row: Held, key: GroupKey): SqlValue {
  if (key.kind === 'column') return valueOf(row, key.column);
  const day = valueOf(row, { calendar: 'DAY', ...key.column });
  return day === null ? null : String(day).slice(0, key.length);
}

/** The values that a column has in some rows, each but once and in order. */
function valuesOf(rows: readonly Held[], column: Column): readonly SqlValue[] {
  const values = rows.map((row) => valueOf(row, column)).filter((value) => value !== null);
  return [...new Set(values)].sort(orderings[column.storage]);
}

/** A whole number, or the units of the last digit of a decimal. */
function unitsOf(row: Held, column: Column): bigint {
  const value = valueOf(row, column);
  if (column.storage !== 'DECIMAL') return BigInt(String(value));
  return scaled(value) / 10n ** BigInt(60 - column.scale!);
}

function within(value: bigint, atMost: number): bigint {
  const most = BigInt(atMost);
  if (value > most) return most;
  return value < -most ? -most : value;
}

/** What is computed of rows that are put together by a column. */
function measureOfEach(rows: readonly Held[], measure: Measure, each: Column): SqlValue {
  const parts = new Map<string, Held[]>();
  for (const row of rows) {
    const key = JSON.stringify(keyOf(row, { kind: 'column', column: each }));
    parts.set(key, [...(parts.get(key) ?? []), row]);
  }
  if (measure.kind === 'count') return parts.size;
  if (measure.kind !== 'sumWithin') throw new Error('this is not computed of such rows');
  const sums = [...parts.values()].flatMap((part) => measureOf(part, measure) ?? []);
  const bounded = sums.map((sum) => within(BigInt(String(sum)), measure.atMost));
  return sums.length > 0 ? String(bounded.reduce((so, sum) => so + sum, 0n)) : null;
}

function measureOf(rows: readonly Held[], measure: Measure): SqlValue {
  if (measure.kind === 'count') return rows.length;
  const { column } = measure;
  const held = rows.filter((row) => valueOf(row, column) !== null);
  const values = valuesOf(rows, column);
  switch (measure.kind) {
    case 'values':
      return held.length;
    case 'distinct':
      return values.length;
    case 'min':
      return values[0] ?? null;
    case 'max':
      return values.at(-1) ?? null;
    case 'sumWithin': {
      const { atMost } = measure;
      const sum = held.reduce((so, row) => so + within(unitsOf(row, column), atMost), 0n);
      return held.length > 0 ? String(sum) : null;
    }
    case 'sum': {
      const sum = held.reduce((so, row) => so + BigInt(String(valueOf(row, column))), 0n);
      return held.length > 0 ? String(sum) : null;
    }
  }
}

function compareKeys(keys: readonly GroupKey[], one: Row, other: Row): number {
  for (const [at, { kind, column }] of keys.entries()) {
    const [a, b] = [one[at] ?? null, other[at] ?? null];
    if (a === b) continue;
    if (a === null || b === null) return a === null ? 1 : -1;
    return orderings[kind === 'column' ? column.storage : 'TEXT'](a, b);
  }
  return 0;
}

/** The groups that a request must give, in their order, each with its measures. */
export function evaluateAggregate(
  { filter, groupBy, measures, each, maxGroups }: AggregateRequest,
  rows: readonly Held[],
): readonly Row[] {
  const measured = (of: readonly Held[]) =>
    measures.map((measure) => (each ? measureOfEach(of, measure, each) : measureOf(of, measure)));
  const kept = rows.filter((row) => passes(filter, row));
  if (groupBy.length === 0) return [measured(kept)];
  const groups = new Map<string, { readonly keys: Row; readonly rows: Held[] }>();
  for (const row of kept) {
    const keys = groupBy.map((key) => keyOf(row, key));
    const name = JSON.stringify(keys);
    const known = groups.get(name);
    if (known) known.rows.push(row);
    else groups.set(name, { keys, rows: [row] });
  }
  return [...groups.values()]
    .sort((one, other) => compareKeys(groupBy, one.keys, other.keys))
    .slice(0, maxGroups ?? groups.size)
    .map((group) => [...group.keys, ...measured(group.rows)]);
}

/**
 * Rows with each value in one way of writing it, where a source may choose: a decimal with as many
 * zeros as it likes, a part of a day as bytes.
 */
export function inPlain({ groupBy, measures }: AggregateRequest, rows: readonly Row[]) {
  const written = [...groupBy, ...measures].map((part) => {
    const isValue = ['column', 'min', 'max'].includes(part.kind) && 'column' in part;
    const isDecimal = isValue && part.column.storage === 'DECIMAL';
    return (value: SqlValue) => {
      if (value instanceof Uint8Array) return Buffer.from(value).toString('utf8');
      return isDecimal && value !== null ? scaled(value) : value;
    };
  });
  return rows.map((row) => row.map((value, at) => written[at]?.(value)));
}
