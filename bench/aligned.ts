/**
 * Writes the lines of a table, two blanks between its columns.
 *
 * @param names how many columns hold names, which stand to the left; others hold numbers
 */
export function aligned(lines: readonly (readonly string[])[], names: number): string {
  const columns = Math.max(...lines.map(({ length }) => length));
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(...lines.map((cells) => cells[column]?.length ?? 0)),
  );
  return lines
    .map((cells) =>
      cells
        .map((cell, column) => {
          const width = widths[column] ?? 0;
          return column < names ? cell.padEnd(width) : cell.padStart(width);
        })
        .join('  '),
    )
    .join('\n');
}
