import type { Figure, Merge } from './figure.js';
import { mergeFigures, type Group, type Member } from './group.js';

/** By code point, as UTF-8 bytes are ordered; numbers by size, false before true; null last. */
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
 * All cells of a cube: each combination of members, and each sum over one or several dimensions. In
 * each dimension a cell lies at the place of its member, or, summed over it, behind the last.
 */
export class CubeTable {
  readonly members: Members;
  /** By how much the indexes of cells differ that are neighbours in a dimension. */
  readonly strides: readonly number[];
  /** The figures of each cell. */
  readonly cells: readonly (readonly Figure[])[];

  /** @param none the figures of no row */
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

  /** Where a cell lies in each dimension. */
  placesOf(cell: number): readonly number[] {
    return this.members.map(
      ({ length }, at) => Math.floor(cell / (this.strides[at] ?? 1)) % (length + 1),
    );
  }

  /** The inner cell of a group, and all sums that it is part of. */
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
