/** As much as is read of a node of a plan that PostgreSQL has run. */
export interface ExplainedNode {
  readonly 'Node Type': string;
  /** Means over the loops. */
  readonly 'Actual Rows': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly 'Rows Removed by Index Recheck'?: number;
  readonly 'Actual Loops': number;
  readonly Plans?: readonly ExplainedNode[];
}

/** How many rows the scans of a plan looked at, whatever came of them. */
export function scannedRows(node: ExplainedNode): number {
  const below = (node.Plans ?? []).reduce((sum, child) => sum + scannedRows(child), 0);
  // The rows of a bitmap are told by the scan of the heap above it.
  if (!/^(?:Seq|Index|Index Only|Bitmap Heap) Scan$/.test(node['Node Type'])) return below;
  const removed =
    (node['Rows Removed by Filter'] ?? 0) + (node['Rows Removed by Index Recheck'] ?? 0);
  return below + (node['Actual Rows'] + removed) * node['Actual Loops'];
}
