import { repairTotals, type RoundedTable } from '../../../src/disclosure/repairTotals.js';

type Repair = (table: RoundedTable) => readonly number[];

/** Which cells a total is the sum of, and whether it is one member's. */
export type TotalOf = Omit<RoundedTable['totals'][number], 'told'>;

/** The places of all cells of such a shape, `more` of them in each dimension besides. */
function placesOf(shape: readonly number[], more: number): readonly (readonly number[])[] {
  return shape.reduce<readonly (readonly number[])[]>(
    (all, length) =>
      all.flatMap((one) => Array.from({ length: length + more }, (_, at) => [...one, at])),
    [[]],
  );
}

/** The totals of a table of such a shape. A total lies behind the last place of what it is summed over. */
export function totalsOf(shape: readonly number[]): readonly TotalOf[] {
  const cells = placesOf(shape, 0);
  const isSummed = (at: number, dimension: number) => at === shape[dimension];
  return placesOf(shape, 1)
    .filter((place) => place.some(isSummed))
    .map((place) => ({
      parts: cells.flatMap((cell, index) =>
        place.every((at, dimension) => isSummed(at, dimension) || at === cell[dimension])
          ? index
          : [],
      ),
      of: place.filter((at, dimension) => !isSummed(at, dimension)).length === 1 ? 'member' : null,
    }));
}

export function sumOf(values: readonly number[], parts: readonly number[]): number {
  return parts.reduce((sum, part) => sum + values[part]!, 0);
}

/**
 * Rounds a table of true values.
 *
 * @param offsetOf gives the offset of each cell, then of each total, below twice the base
 */
export function roundedBy(
  shape: readonly number[],
  values: readonly number[],
  base: number,
  offsetOf: (at: number) => number,
): RoundedTable {
  return {
    base,
    cells: values.map((value, at) => Math.floor((value + (offsetOf(at) % base)) / base)),
    totals: totalsOf(shape).map((total, at) => ({
      ...total,
      told:
        2 * Math.floor((sumOf(values, total.parts) + offsetOf(values.length + at)) / (2 * base)),
    })),
    hasNegative: false,
  };
}

/**
 * Whether members could be named by a table: each total of one member, and the sum of its cells, are two
 * bases at the least. No other table is told.
 */
export function isNamed({ cells, totals }: RoundedTable): boolean {
  return totals.every(({ told, parts, of }) => !of || (told >= 2 && sumOf(cells, parts) >= 2));
}

/** A table as it is told. */
export function repaired(table: RoundedTable, repair: Repair = repairTotals): RoundedTable {
  const told = repair(table);
  return { ...table, totals: table.totals.map((total, at) => ({ ...total, told: told[at]! })) };
}

export function keyOf({ cells, totals }: RoundedTable): string {
  return JSON.stringify([cells, totals.map(({ told }) => told)]);
}
