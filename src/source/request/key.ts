import { canonical } from '../column/canonical.js';
import type { Column } from '../column/column.js';
import { encodeHeldKey } from '../column/encodeKey.js';
import type { Parameter } from '../column/parameter.js';
import type { FetchedRow, SqlValue } from '../row.js';

import { allOf, anyOf, isIn, type Filter } from './filter.js';

/** What rows are found by: a value of each column of a key. */
export type Key = readonly Parameter[];

/** What tells keys apart: of one column its value, of several their values as one text. */
export function idOfKey(values: readonly SqlValue[]): SqlValue {
  const [first = null] = values;
  return values.length === 1 ? first : JSON.stringify(values);
}

/** The key that a row holds, by what tells keys apart, whichever way it is spelled. */
export function idOfRow(
  columns: readonly Column[],
  indexes: readonly number[],
  row: FetchedRow,
): SqlValue {
  const [only] = columns;
  // Most keys have one column, and rows are many.
  if (only && columns.length === 1) return canonical(only, row.at(indexes[0] ?? -1) ?? null);
  return idOfKey(columns.map((column, at) => canonical(column, row.at(indexes[at] ?? -1) ?? null)));
}

/** The key by which a row leads to others; undefined where it lacks a part, and so leads nowhere. */
export function keyOfRow(
  columns: readonly Column[],
  indexes: readonly number[],
  row: FetchedRow,
): Key | undefined {
  const [only] = columns;
  if (only && columns.length === 1) {
    const part = encodeHeldKey(only, row.at(indexes[0] ?? -1) ?? null);
    return part === undefined ? undefined : [part];
  }
  const key = columns.flatMap(
    (column, at) => encodeHeldKey(column, row.at(indexes[at] ?? -1) ?? null) ?? [],
  );
  return key.length === columns.length ? key : undefined;
}

/** Each key once, in the order in which they first stand. */
export function distinctKeys(keys: readonly Key[]): readonly Key[] {
  const distinct = new Map<SqlValue, Key>();
  for (const key of keys) distinct.set(idOfKey(key), key);
  return [...distinct.values()];
}

/**
 * The rows that have one of the keys. Of several columns, each key is a condition of its own, which an index
 * over them serves everywhere; their number is rounded up to a power of two, so that statements are few.
 */
export function hasKey(columns: readonly Column[], keys: readonly Key[]): Filter {
  const [only] = columns;
  if (only && columns.length === 1) {
    return isIn(
      only,
      keys.map(([value = '']) => value),
    );
  }
  const last = keys.at(-1);
  const count = last ? 2 ** Math.ceil(Math.log2(keys.length)) : 0;
  const padded = Array.from({ length: count }, (_, at) => keys[at] ?? last ?? []);
  return anyOf(
    padded.map((key) => allOf(columns.map((column, at) => isIn(column, key.slice(at, at + 1))))),
  );
}
