import type { Figure, Merge } from './figure.js';

/** The value that rows share in one dimension; null if they have none, or one that is too rare. */
export type Member = string | number | boolean | null;

/** The rows that share a member in every dimension. */
export interface Group {
  /** One for each dimension. */
  readonly members: readonly Member[];
  /** The number of rows, then the sums of the measures. */
  readonly figures: readonly Figure[];
}

export function mergeFigures(
  one: readonly Figure[],
  other: readonly Figure[],
  merge: Merge,
): readonly Figure[] {
  return one.map((figure, index) => {
    const beside = other[index];
    return beside ? merge(figure, beside) : figure;
  });
}

/** Merges groups that have the same members. */
export function mergeGroups(groups: readonly Group[], merge: Merge): readonly Group[] {
  const merged = new Map<string, Group>();
  for (const group of groups) {
    const key = JSON.stringify(group.members);
    const known = merged.get(key);
    const figures = known ? mergeFigures(known.figures, group.figures, merge) : group.figures;
    merged.set(key, { members: group.members, figures });
  }
  return [...merged.values()];
}
