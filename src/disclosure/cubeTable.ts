import type { MemberPlace } from './cellDraws.js';
import { addFigures, type Group } from './group.js';
import type { ToldMembers } from './nameMembers.js';

/**
 * All cells of a cube that are told: one for each combination of members, and one for each sum over
 * dimensions, a total. The place of a cell in a dimension is that of its member. A total lies behind the
 * last member of what it is summed over.
 */
export class CubeTable {
  readonly #members: ToldMembers;
  /** For each dimension, the distance between the indexes of neighbouring cells. */
  readonly #strides: readonly number[];
  /** The figures of each cell. */
  readonly cells: readonly (readonly bigint[])[];

  /** @param figures how many each cell has */
  constructor(members: ToldMembers, groups: readonly Group[], figures: number) {
    this.#members = members;
    const sizeFrom = (at: number) =>
      members.slice(at).reduce((size, { length }) => size * (length + 1), 1);
    this.#strides = members.map((_, at) => sizeFrom(at + 1));
    const none = Array.from({ length: figures }, () => 0n);
    const cells = Array.from({ length: sizeFrom(0) }, (): readonly bigint[] => none);
    for (const group of groups) {
      for (const cell of this.#cellsWith(group)) {
        cells[cell] = addFigures(cells[cell] ?? none, group.figures);
      }
    }
    this.cells = cells;
  }

  placesOf(cell: number): readonly MemberPlace[] {
    return this.#members.map((members, at) => members[this.#at(cell, at)]);
  }

  isTotal(cell: number): boolean {
    return this.#members.some(({ length }, at) => this.#at(cell, at) === length);
  }

  /** The cells that a total is the sum of, by their indexes. */
  partsOf(total: number): readonly number[] {
    return this.#members.reduce<readonly number[]>(
      (cells, { length }, at) => {
        const stride = this.#strides[at] ?? 1;
        const place = this.#at(total, at);
        const places = place < length ? [place] : Array.from({ length }, (_, one) => one);
        return cells.flatMap((cell) => places.map((one) => cell + one * stride));
      },
      [0],
    );
  }

  #at(cell: number, dimension: number): number {
    const length = (this.#members[dimension]?.length ?? 0) + 1;
    return Math.floor(cell / (this.#strides[dimension] ?? 1)) % length;
  }

  /**
   * The cell of a group, and all totals that include it. Where the group's member is not told, neither
   * is the group, but totals over that dimension include it.
   */
  #cellsWith({ members }: Group): readonly number[] {
    return this.#members.reduce<readonly number[]>(
      (cells, known, at) => {
        const stride = this.#strides[at] ?? 1;
        const named = known.indexOf(members[at] ?? null);
        const place = named < 0 ? known.indexOf(null) : named;
        const places = place < 0 ? [known.length] : [place, known.length];
        return cells.flatMap((cell) => places.map((one) => cell + one * stride));
      },
      [0],
    );
  }
}
