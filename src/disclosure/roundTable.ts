import type { CellDraws } from './cellDraws.js';
import type { CubeRules } from './cubeRules.js';
import type { CubeTable } from './cubeTable.js';
import { repairTotals, type Total } from './repairTotals.js';
import { roundDown } from './roundDown.js';

/** What a total of counts says besides: that its only member is named, or is the rest. */
function memberOf(table: CubeTable, total: number): Total['of'] {
  const [place, ...others] = table.placesOf(total).filter((one) => one !== undefined);
  if (place === undefined || others.length > 0) return null;
  return place === null ? 'rest' : 'member';
}

/**
 * Rounds one figure of all cells of a table.
 *
 * @param figure 0 for the count, then the measures
 * @returns what is told of each cell
 */
export function roundTable(
  table: CubeTable,
  figure: number,
  draws: CellDraws,
  { figures }: CubeRules,
): readonly number[] {
  const isCount = figure === 0;
  const base = figures[figure]?.base ?? 1;
  const rounded = table.cells.map((values, cell) => {
    const value = values[figure] ?? 0n;
    // Of nothing, nothing is left whatever the offset.
    if (value === 0n) return 0;
    const drawn = draws.of(table.placesOf(cell), figure);
    return table.isTotal(cell)
      ? 2 * roundDown(value, drawn, 2 * base)
      : roundDown(value, drawn, base);
  });
  const places = rounded.map((_, cell) => cell);
  const inner = places.filter((cell) => !table.isTotal(cell));
  const totals = places.filter((cell) => table.isTotal(cell));
  const placeOf = new Map(inner.map((cell, place) => [cell, place]));
  const repaired = repairTotals({
    base,
    cells: inner.map((cell) => rounded[cell] ?? 0),
    totals: totals.map((cell) => ({
      told: rounded[cell] ?? 0,
      parts: table.partsOf(cell).map((part) => placeOf.get(part) ?? 0),
      of: isCount ? memberOf(table, cell) : null,
    })),
    hasNegative: !isCount,
  });
  totals.forEach((cell, at) => {
    rounded[cell] = repaired[at] ?? 0;
  });
  // Adding 0 turns -0 into 0.
  return rounded.map((bases) => bases * base + 0);
}
