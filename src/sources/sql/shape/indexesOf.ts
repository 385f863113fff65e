import type { Row } from '../../../source/row.js';

/** Puts indexes together from rows of table, index and column, each index in the order of its columns. */
export function indexesOf(
  parts: readonly Row[],
): readonly (readonly [string, readonly string[]])[] {
  const indexes = new Map<string, [string, string[]]>();
  for (const [table, index, column] of parts) {
    const id = JSON.stringify([table, index]);
    const known = indexes.get(id) ?? [String(table), []];
    known[1].push(String(column));
    indexes.set(id, known);
  }
  return [...indexes.values()];
}
