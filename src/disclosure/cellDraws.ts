import { sha256 } from '../shared/sha256.js';

import type { CubeRules } from './cubeRules.js';
import { compareMembers, type Member } from './member.js';

/**
 * Draws a whole number below 2^48 for an identity: the same one whenever, wherever and in whichever cube
 * it is asked for, and one that nobody can know who has not the key.
 */
export type Draw = (identity: string) => number;

/** Where a cell stands in a dimension: at a member, at the rest, or nowhere, being the sum over it. */
export type MemberPlace = Member | undefined;

/** Draws the offsets of a cube's cells. */
export class CellDraws {
  readonly #draw: Draw;
  readonly #rules: CubeRules;
  readonly #drawn = new Map<string, number>();
  #rests: readonly string[] = [];

  constructor(draw: Draw, rules: CubeRules) {
    this.#draw = draw;
    this.#rules = rules;
  }

  /**
   * Says which members are named in each dimension. The rest without them is another cell than the rest
   * without others, and has an offset of its own.
   */
  name(members: readonly Iterable<Member>[]): void {
    this.#rests = members.map((named) => sha256(JSON.stringify([...named].sort(compareMembers))));
  }

  /** @param figure 0 for the count, then the measures */
  of(places: readonly MemberPlace[], figure: number): number {
    // The dimensions stand in order, so that the order in which a cube states them makes no difference.
    const pairs = this.#rules.dimensions
      .flatMap((name, at): readonly (readonly unknown[])[] => {
        const place = places[at];
        if (place === undefined) return [];
        return place === null ? [[name, null, this.#rests[at]]] : [[name, place]];
      })
      .sort(([one], [other]) => compareMembers(String(one), String(other)));
    const identity = JSON.stringify([pairs, this.#rules.figures[figure]?.name ?? null]);
    const known = this.#drawn.get(identity);
    if (known !== undefined) return known;
    const drawn = this.#draw(identity);
    this.#drawn.set(identity, drawn);
    return drawn;
  }
}
