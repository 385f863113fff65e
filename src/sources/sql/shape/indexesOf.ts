import type { Row } from '../../../source/row.js';

import type { UniqueIndex } from './uniqueSets.js';

/**
 * Puts indexes together from rows of table, index, column, and whether it is the primary key's, each index in
 * the order of its columns.
 */
export function indexesOf(parts: readonly Row[]): readonly UniqueIndex[] {
  const indexes = new Map<string, UniqueIndex>();
  for (const [table, index, column, primary] of parts) {
    const id = JSON.stringify([table, index]);
    const columns = [...(indexes.get(id)?.columns ?? []), String(column)];
    indexes.set(id, { table: String(table), columns, isPrimary: Number(primary) === 1 });
  }
  return [...indexes.values()];
}
