import type { DisclosureRules } from './disclosureRules.js';
import type { Figure } from './figure.js';
import { mergeFigures, mergeGroups, type Group, type Member } from './group.js';

/** The members of one dimension that fewer people than the threshold have. */
function rareMembers(
  groups: readonly Group[],
  dimension: number,
  { threshold, merge }: DisclosureRules,
): ReadonlySet<Member> {
  const totals = new Map<Member, readonly Figure[]>();
  for (const { members, figures } of groups) {
    const member = members[dimension] ?? null;
    const known = totals.get(member);
    totals.set(member, known ? mergeFigures(known, figures, merge) : figures);
  }
  const rare = [...totals].filter(([, [rows]]) => (rows?.contributors ?? 0) < threshold);
  return new Set(rare.map(([member]) => member));
}

/** Folds the rare members of one dimension into null, and drops null if it is rare itself. */
function foldDimension(
  groups: readonly Group[],
  dimension: number,
  rules: DisclosureRules,
): readonly Group[] {
  const rare = rareMembers(groups, dimension, rules);
  if (rare.size === 0) return groups;
  const folded = groups.map((group) =>
    rare.has(group.members[dimension] ?? null)
      ? { ...group, members: group.members.with(dimension, null) }
      : group,
  );
  const merged = mergeGroups(folded, rules.merge);
  if (!rareMembers(merged, dimension, rules).has(null)) return merged;
  return merged.filter(({ members }) => members[dimension] !== null);
}

/**
 * Folds members that too few people have into one member, null, together with rows without a value. If
 * null is still too rare, its rows are dropped from every number, totals included. Then no person and one
 * person look alike there, and no other member must be hidden to protect them. Dropped rows may make
 * members of other dimensions rare, so this is repeated until nothing changes.
 */
export function foldMembers(
  given: readonly Group[],
  dimensions: number,
  rules: DisclosureRules,
): readonly Group[] {
  let groups = mergeGroups(given, rules.merge);
  let known: readonly Group[];
  do {
    known = groups;
    for (let dimension = 0; dimension < dimensions; dimension += 1) {
      groups = foldDimension(groups, dimension, rules);
    }
  } while (groups !== known);
  return groups;
}
