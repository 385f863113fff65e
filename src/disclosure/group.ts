import type { Member } from './member.js';

/** The rows that share a member in every dimension. */
export interface Group {
  /** One for each dimension. */
  readonly members: readonly Member[];
  /** The number of rows or people, then the sums of the measures. Sums can have more digits than a double. */
  readonly figures: readonly bigint[];
}

export function addFigures(one: readonly bigint[], other: readonly bigint[]): readonly bigint[] {
  return one.map((figure, at) => figure + (other[at] ?? 0n));
}

/** Merges groups that have the same members. */
export function mergeGroups(groups: readonly Group[]): readonly Group[] {
  const merged = new Map<string, Group>();
  for (const { members, figures } of groups) {
    const key = JSON.stringify(members);
    const known = merged.get(key);
    merged.set(key, { members, figures: known ? addFigures(known.figures, figures) : figures });
  }
  return [...merged.values()];
}
