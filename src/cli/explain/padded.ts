/** Lines a step further in. */
export function indented(lines: readonly string[]): readonly string[] {
  return lines.map((line) => (line === '' ? '' : `  ${line}`));
}

/**
 * Rows as lines whose cells stand below each other. The last cell of a row is as long as it is, and
 * makes no other wait for it.
 */
export function padded(rows: readonly (readonly string[])[]): readonly string[] {
  const widths: number[] = [];
  for (const cells of rows) {
    cells.slice(0, -1).forEach((cell, at) => {
      widths[at] = Math.max(widths[at] ?? 0, cell.length);
    });
  }
  return rows.map((cells) =>
    cells
      .map((cell, at) => (at < cells.length - 1 ? cell.padEnd(widths[at] ?? 0) : cell))
      .join('  '),
  );
}
