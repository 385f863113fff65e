import type { ConnectionEntry, EdgeEntry, RowShape } from '../queryPlan.js';

/** Every shape in which the rows of a connection are asked for: as its nodes, and by its edges. */
export function rowShapes(entries: readonly (ConnectionEntry | EdgeEntry)[]): readonly RowShape[] {
  return entries.flatMap((entry) => {
    if (entry.kind === 'nodes' || entry.kind === 'node') return entry.row;
    return entry.kind === 'edges' ? rowShapes(entry.entries) : [];
  });
}
