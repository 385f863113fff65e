import type { CellDraws, MemberPlace } from './cellDraws.js';
import type { CubeRules } from './cubeRules.js';
import { mergeGroups, type Group } from './group.js';
import { compareMembers, type Member } from './member.js';
import { roundDown } from './roundDown.js';

/** The members of each dimension that are told, in order; null, the rest, stands last if it is told. */
export type ToldMembers = readonly (readonly Member[])[];

/** How many bases a member is told from: then more people than one base have it. */
const leastOfNamed = 2;
/** How many the rest is told from. Nobody is named by it, but its cells have to be worth telling. */
const leastOfRest = 3;

/**
 * From so many combinations on, it is not looked at what cells come to: there would be more of them than are
 * published in any case, and the process would answer nothing else meanwhile.
 */
const maxCombinations = 20_000;

/** What the told cells of one member come to, in bases. */
interface Told {
  readonly sum: number;
  readonly most: number;
}

/** Decides which members of a cube are named. */
class Naming {
  readonly #groups: readonly Group[];
  readonly #draws: CellDraws;
  readonly #rules: CubeRules;
  readonly #named: Set<Member>[];
  #folded: readonly Group[] = [];

  constructor(groups: readonly Group[], draws: CellDraws, rules: CubeRules) {
    this.#groups = groups;
    this.#draws = draws;
    this.#rules = rules;
    this.#named = rules.dimensions.map(() => new Set());
    this.#named.forEach((named, at) => {
      for (const [member, count] of this.#totalsAt(at, groups)) {
        if (member !== null && this.#ownTotal(at, member, count) >= leastOfNamed) named.add(member);
      }
    });
  }

  run(): ToldMembers | null {
    const combinations = this.#named.reduce((count, { size }) => count * Math.max(1, size), 1);
    if (combinations > maxCombinations) return null;
    for (;;) {
      this.#fold();
      // Of the rest, too, more may be told once more members are in it. So this begins anew.
      const tellsRest = this.#named.map((_, at) => this.#restTotal(at) >= leastOfRest);
      const hasChanged = () => {
        const told = this.#toldAt(tellsRest);
        return this.#dropNamed(told) ? 'named' : this.#dropRest(told, tellsRest) ? 'rest' : null;
      };
      let changed = hasChanged();
      while (changed === 'rest') changed = hasChanged();
      if (changed === null) return this.#inOrder(tellsRest);
    }
  }

  #fold(): void {
    this.#draws.name(this.#named);
    this.#folded = mergeGroups(
      this.#groups.map(({ members, figures }) => ({
        members: members.map((one, at) => (this.#named[at]?.has(one) ? one : null)),
        figures,
      })),
    );
  }

  #totalsAt(at: number, groups: readonly Group[]): ReadonlyMap<Member, bigint> {
    const totals = new Map<Member, bigint>();
    for (const { members, figures } of groups) {
      const member = members[at] ?? null;
      totals.set(member, (totals.get(member) ?? 0n) + (figures[0] ?? 0n));
    }
    return totals;
  }

  #round(places: readonly MemberPlace[], count: bigint): number {
    return roundDown(count, this.#draws.of(places, 0), this.#rules.figures[0].base);
  }

  /** How many have a member in all, rounded as a cell is. */
  #ownTotal(at: number, member: Member, count: bigint): number {
    const places = this.#named.map((_, other): MemberPlace => (other === at ? member : undefined));
    return this.#round(places, count);
  }

  #restTotal(at: number): number {
    return this.#ownTotal(at, null, this.#totalsAt(at, this.#folded).get(null) ?? 0n);
  }

  /** What the told cells of each member come to, by dimension. */
  #toldAt(tellsRest: readonly boolean[]): readonly ReadonlyMap<Member, Told>[] {
    const told = this.#named.map(() => new Map<Member, Told>());
    for (const { members, figures } of this.#folded) {
      if (!members.every((member, at) => member !== null || tellsRest[at])) continue;
      const count = this.#round(members, figures[0] ?? 0n);
      members.forEach((member, at) => {
        const { sum, most } = told[at]?.get(member) ?? { sum: 0, most: 0 };
        told[at]?.set(member, { sum: sum + count, most: Math.max(most, count) });
      });
    }
    return told;
  }

  #dropNamed(told: readonly ReadonlyMap<Member, Told>[]): boolean {
    let hasDropped = false;
    this.#named.forEach((named, at) => {
      for (const member of named) {
        const { sum, most } = told[at]?.get(member) ?? { sum: 0, most: 0 };
        // One person may stand in many cells, but counts once in each. So enough people are in one.
        if ((this.#rules.hasShared ? most : sum) >= leastOfNamed) continue;
        named.delete(member);
        hasDropped = true;
      }
    });
    return hasDropped;
  }

  #dropRest(told: readonly ReadonlyMap<Member, Told>[], tellsRest: boolean[]): boolean {
    let hasDropped = false;
    tellsRest.forEach((isTold, at) => {
      if (!isTold || (told[at]?.get(null)?.sum ?? 0) >= leastOfRest) return;
      tellsRest[at] = false;
      hasDropped = true;
    });
    return hasDropped;
  }

  #inOrder(tellsRest: readonly boolean[]): ToldMembers {
    return this.#named.map((named, at) => [
      ...[...named].sort(compareMembers),
      ...(tellsRest[at] ? [null] : []),
    ]);
  }
}

/**
 * Names the members that enough people have, by rounded numbers alone: their total and the sum of their
 * told cells must both be two bases at the least. All others are the rest, together with rows that have
 * no value. It is told if both are three bases; its rows are in totals whether it is told or not. What is
 * dropped in one dimension changes cells of the others, so this is repeated until nothing changes.
 *
 * @returns null where far more combinations of members would be told than are published
 */
export function nameMembers(
  groups: readonly Group[],
  draws: CellDraws,
  rules: CubeRules,
): ToldMembers | null {
  return new Naming(groups, draws, rules).run();
}
