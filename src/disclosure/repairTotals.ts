import { spread, type Bounds } from './spread.js';

/** A total as it was rounded. */
export interface Total {
  /** In bases, an even number of them. */
  readonly told: number;
  /** The cells that it is the sum of, by their places. */
  readonly parts: readonly number[];
  /** What its number tells besides of what it is the total of; null for nothing. */
  readonly of: 'member' | 'rest' | null;
}

/** One number of all cells, as it was rounded. */
export interface RoundedTable {
  readonly base: number;
  /** In bases. */
  readonly cells: readonly number[];
  readonly totals: readonly Total[];
  /** Whether values below zero are possible. */
  readonly hasNegative: boolean;
}

const maxRounds = 6;

/** The least by which the true total may exceed what is told of it, for whoever knows the rules. */
function leastExcess({ told, of }: Total, base: number): number {
  // A named member, and the rest, have so many that a total of two bases says more of them than of
  // other totals: see `nameMembers`.
  if (told === 2 && of === 'member') return 1 - base;
  if (told === 2 && of === 'rest') return 1;
  return 1 - 2 * base;
}

/**
 * Moves totals that contradict the told cells too much. Rounded alone, a total and its cells may leave
 * only few true tables, or one. What is told must leave some table from which each cell alone can take
 * as many values as the base: for each there is then a table that is told in the same way under some key.
 * It is enough to find one table that lies well within all bounds (`spread`).
 *
 * Only told numbers decide, so that whoever knows this code learns nothing from what was moved; and what
 * this has given, it gives back unchanged.
 */
export function repairTotals({
  base,
  cells,
  totals,
  hasNegative,
}: RoundedTable): readonly number[] {
  const up = Math.floor((base - 1) / 2);
  const down = base - 1 - up;
  const room: Bounds[] = cells.map((told) => ({
    least: told === 0 && !hasNegative ? 0 : -down,
    most: up,
  }));
  const told = totals.map((total) => total.told);
  const gaps = totals.map(({ parts }, at) => {
    const sum = parts.reduce((so, cell) => so + (cells[cell] ?? 0), 0);
    /** By how many bases the told cells exceed the told total. */
    return () => sum - (told[at] ?? 0);
  });
  const gapOf = (at: number) => gaps[at]?.() ?? 0;
  const move = (at: number) => {
    told[at] = (told[at] ?? 0) + 2 * Math.sign(gapOf(at));
  };

  for (let round = 0; round < maxRounds; round += 1) {
    const constraints = totals.map((total, at) => {
      const excess = base * gapOf(at);
      const least = leastExcess({ ...total, told: told[at] ?? 0 }, base) + up;
      return { parts: total.parts, least: least - excess, most: base - excess };
    });
    const missed = spread(room, constraints);
    if (missed.length === 0) return told;
    const movable = missed.filter((at) => Math.abs(gapOf(at)) > 1);
    const fewest = Math.min(...movable.map((at) => totals[at]?.parts.length ?? 0));
    for (const at of movable) if (totals[at]?.parts.length === fewest) move(at);
    // What is missed lies close to its cells, and only farther totals can give way.
    if (movable.length === 0) break;
  }
  // Now the told cells themselves are such a table.
  totals.forEach((_, at) => {
    while (Math.abs(gapOf(at)) > 1) move(at);
  });
  return told;
}
