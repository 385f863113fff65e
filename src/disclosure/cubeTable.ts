import type { Figure, Merge } from './figure.js';
import { mergeFigures, type Group, type Member } from './group.js';

/** Orders texts by code point (as UTF-8 bytes are), numbers by size, false before true, null last. */
function compareMembers(one: Member, other: Member): number {
  if (one === null || other === null) return Number(one === null) - Number(other === null);
  if (typeof one !== 'string' || typeof other !== 'string') return Number(one) - Number(other);
  return Buffer.compare(Buffer.from(one), Buffer.from(other));
}

/** The members of each dimension, in order. */
export type Members = readonly (readonly Member[])[];

export function membersOf(groups: readonly Group[], dimensions: number): Members {
  return Array.from({ length: dimensions }, (_, at) => {
    const all = new Set(groups.map(({ members }) => members[at] ?? null));
    return [...all].sort(compareMembers);
  });
}

/**
 * All cells of a cube: one for each combination of members, and one for each sum over dimensions. The
 * place of a cell in a dimension is that of its member. A cell that is summed over the dimension lies
 * behind the last member.
 */
export class CubeTable {
  readonly members: Members;
  /** For each dimension, the distance between the indexes of neighbouring cells. */
  readonly strides: readonly number[];
  /** The figures of each cell. */
  readonly cells: readonly (readonly Figure[])[];

  /** @param none the figures of a cell without rows */
  constructor(members: Members, groups: readonly Group[], none: readonly Figure[], merge: Merge) {
    this.members = members;
    const sizeFrom = (at: number) =>
      members.slice(at).reduce((size, { length }) => size * (length + 1), 1);
    this.strides = members.map((_, at) => sizeFrom(at + 1));
    const cells = Array.from({ length: sizeFrom(0) }, () => none);
    for (const group of groups) {
      for (const cell of this.#cellsWith(group)) {
        cells[cell] = mergeFigures(cells[cell] ?? none, group.figures, merge);
      }
    }
    this.cells = cells;
  }

  /** The place of a cell in each dimension. */
  placesOf(cell: number): readonly number[] {
    return this.members.map(
      ({ length }, at) => Math.floor(cell / (this.strides[at] ?? 1)) % (length + 1),
    );
  }

  /** The inner cell of a group, and all sums that include it. */
  #cellsWith({ members }: Group): readonly number[] {
    return this.members.reduce<readonly number[]>(
      (cells, known, at) => {
        const stride = this.strides[at] ?? 1;
        const places = [known.indexOf(members[at] ?? null), known.length];
        return cells.flatMap((cell) => places.map((place) => cell + place * stride));
      },
      [0],
    );
  }
}
