import type { KeyedFetch } from '../../plan/rows/fetch.js';
import { idOfRow } from '../../source/request/key.js';
import type { FetchedRow, SqlValue } from '../../source/row.js';

/** Groups rows by the key that they bring, and keeps their order. */
export function rowsByKey(
  found: readonly FetchedRow[],
  { to, toIndexes }: Pick<KeyedFetch, 'to' | 'toIndexes'>,
): Map<SqlValue, FetchedRow[]> {
  const byKey = new Map<SqlValue, FetchedRow[]>();
  for (const row of found) {
    const key = idOfRow(to, toIndexes, row);
    const rows = byKey.get(key);
    if (rows) rows.push(row);
    else byKey.set(key, [row]);
  }
  return byKey;
}
