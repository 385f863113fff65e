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

/** What a cube comes to, or that it has more cells than are published. */
export type PublishedCube =
  | { readonly kind: 'cells'; readonly cells: readonly PublishedCell[] }
  | { readonly kind: 'tooMany' };

/**
 * The most combinations of members that are published: what is suppressed of so many is worked out in a
 * tenth of a second, in which nothing else is answered.
 */
export const maxInnerCells = 500;

/** How many measures there are, and of how many dimensions they are told. */
export interface CubeSize {
  readonly dimensions: number;
  readonly measures: number;
}

function rounded(value: number, step: number): number {
  // Zero has no sign in an answer.
  return Math.round(value / step) * step + 0;
}

/**
 * Makes of the groups that a source gave what is published of them: rare members folded, all cells and
 * sums put up, those suppressed that tell too much and those that would tell of them, numbers rounded.
 * In a fixed order: by their members, dimension by dimension, sums last. Empty where no member is of
 * enough people.
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
