import { CubeTable, membersOf } from './cubeTable.js';
import type { DisclosureRules } from './disclosureRules.js';
import { foldMembers } from './foldMembers.js';
import type { Group, Member } from './group.js';
import { suppressedCells } from './suppressedCells.js';

/** A cell as it is published. */
export interface PublishedCell {
  /** The member of each dimension; undefined for one that the cell is summed over. */
  readonly members: readonly (Member | undefined)[];
  /** The number of rows, then the sums of the measures; null where the cell is suppressed. */
  readonly numbers: readonly number[] | null;
}

/** The published cells of a cube, or the fact that it has too many. */
export type PublishedCube =
  | { readonly kind: 'cells'; readonly cells: readonly PublishedCell[] }
  | { readonly kind: 'tooMany' };

/**
 * The most combinations of members that are published. Suppression for so many takes a tenth of a second,
 * and the process answers nothing else meanwhile.
 */
export const maxInnerCells = 500;

/** How many dimensions and measures a cube has. */
export interface CubeSize {
  readonly dimensions: number;
  readonly measures: number;
}

function rounded(value: number, step: number): number {
  // Adding 0 turns -0 into 0.
  return Math.round(value / step) * step + 0;
}

/**
 * Turns the groups that a source gave into the cells that are published. It folds rare members, computes
 * all cells and sums, suppresses cells that tell too much and cells that would reveal those, and rounds
 * the numbers. Cells are ordered by their members, dimension by dimension, sums last. There are none if
 * no member has enough people.
 */
export function publishCube(
  groups: readonly Group[],
  { dimensions, measures }: CubeSize,
  rules: DisclosureRules,
): PublishedCube {
  const folded = foldMembers(groups, dimensions, rules);
  if (folded.length === 0) return { kind: 'cells', cells: [] };
  const members = membersOf(folded, dimensions);
  const innerCells = members.reduce((count, { length }) => count * length, 1);
  if (innerCells > maxInnerCells) return { kind: 'tooMany' };
  const nothing = { value: 0, contributors: 0, most: 0 };
  const none = Array.from({ length: measures + 1 }, () => nothing);
  const table = new CubeTable(members, folded, none, rules.merge);
  const suppressed = suppressedCells(table, rules);
  const cells = table.cells.map((figures, cell) => ({
    members: table.placesOf(cell).map((place, at) => members[at]?.[place]),
    numbers: suppressed[cell] ? null : figures.map(({ value }) => rounded(value, rules.rounding)),
  }));
  return { kind: 'cells', cells };
}
