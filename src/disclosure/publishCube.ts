import { CellDraws, type Draw, type MemberPlace } from './cellDraws.js';
import type { CubeRules } from './cubeRules.js';
import { CubeTable } from './cubeTable.js';
import { mergeGroups, type Group } from './group.js';
import { nameMembers } from './nameMembers.js';
import { roundTable } from './roundTable.js';

/** A cell as it is published. */
export interface PublishedCell {
  /** The member of each dimension, null for the rest; undefined for one that the cell is summed over. */
  readonly members: readonly MemberPlace[];
  readonly count: number;
  /** The sums of the measures; null where the count is too small. */
  readonly sums: readonly (number | null)[];
}

/** The published cells of a cube, or the fact that it has too many. */
export type PublishedCube =
  | { readonly kind: 'cells'; readonly cells: readonly PublishedCell[] }
  | { readonly kind: 'tooMany' };

/**
 * The most combinations of members that are published. Repair for so many takes up to a tenth of a
 * second, and the process answers nothing else meanwhile.
 */
export const maxInnerCells = 500;

/** How many bases a count is told from, before sums are told of it. */
const leastOfSums = 2;

/**
 * What is told of a sum beside its count. It is never more than so many people can have by the bound of the
 * measure: else the sum would tell that there are more people than the count may stand for.
 */
function sumBeside(count: number, sum: number, baseOfSum: number, base: number): number | null {
  if (count < leastOfSums * base) return null;
  const most = (count / base) * baseOfSum;
  return Math.max(-most, Math.min(most, sum));
}

/**
 * Turns the groups that a source gave into the cells that are published: names members, rounds all cells
 * and totals by secret offsets, and repairs totals. Cells are ordered by their members, dimension by
 * dimension, totals last. There are none if nothing is told in some dimension.
 */
export function publishCube(given: readonly Group[], rules: CubeRules, draw: Draw): PublishedCube {
  const groups = mergeGroups(given);
  const draws = new CellDraws(draw, rules);
  const members = nameMembers(groups, draws, rules);
  if (!members) return { kind: 'tooMany' };
  const innerCells = members.reduce((count, { length }) => count * length, 1);
  if (innerCells === 0) return { kind: 'cells', cells: [] };
  if (innerCells > maxInnerCells) return { kind: 'tooMany' };
  const table = new CubeTable(members, groups, rules.figures.length);
  const [counts = [], ...sums] = rules.figures.map((_, at) => roundTable(table, at, draws, rules));
  const [{ base }, ...measures] = rules.figures;
  const cells = counts.map((count, cell) => ({
    members: table.placesOf(cell),
    count,
    sums: sums.map((told, at) =>
      sumBeside(count, told[cell] ?? 0, measures[at]?.base ?? base, base),
    ),
  }));
  return { kind: 'cells', cells };
}
