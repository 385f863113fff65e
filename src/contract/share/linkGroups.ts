import type { ResourceDecision } from '../../policy/model/decisions.js';

/** Resources that lead to one another by links that may be followed; mostly one alone. */
export interface LinkGroup {
  readonly members: readonly ResourceDecision[];
  /** The groups that their links lead to beside it. */
  readonly leadsTo: ReadonlySet<LinkGroup>;
}

interface Visit {
  readonly decision: ResourceDecision;
  readonly targets: readonly string[];
  /** How many of its targets were looked at. */
  looked: number;
  readonly at: number;
  /** The earliest visit that can be reached from here and is in no group yet. */
  earliest: number;
  group: LinkGroup | null;
}

/**
 * Groups decisions by their links, each group after those that it leads to (Tarjan's strongly connected
 * components, without recursion, since a chain of links may be as long as a catalog).
 */
export function linkGroups(decisions: ReadonlyMap<string, ResourceDecision>): readonly LinkGroup[] {
  const groups: LinkGroup[] = [];
  const visits = new Map<string, Visit>();
  /** What is visited and in no group yet. */
  const open: Visit[] = [];

  function begin(decision: ResourceDecision): Visit {
    const targets = Array.from(decision.links.values(), ({ target }) => target);
    const at = visits.size;
    const visit = { decision, targets, looked: 0, at, earliest: at, group: null };
    visits.set(decision.resource.name, visit);
    open.push(visit);
    return visit;
  }

  function end(first: Visit): void {
    const ended = open.splice(open.lastIndexOf(first));
    const leadsTo = new Set<LinkGroup>();
    const group: LinkGroup = { members: ended.map(({ decision }) => decision), leadsTo };
    for (const visit of ended) visit.group = group;
    for (const target of ended.flatMap(({ targets }) => targets)) {
      const of = visits.get(target)?.group;
      if (of && of !== group) leadsTo.add(of);
    }
    groups.push(group);
  }

  function walk(first: ResourceDecision): void {
    const path = [begin(first)];
    for (let visit = path.at(-1); visit; visit = path.at(-1)) {
      const target = decisions.get(visit.targets[visit.looked] ?? '');
      if (visit.looked < visit.targets.length) {
        visit.looked += 1;
        const known = target && visits.get(target.resource.name);
        if (target && !known) path.push(begin(target));
        else if (known && !known.group) visit.earliest = Math.min(visit.earliest, known.at);
        continue;
      }
      path.pop();
      const before = path.at(-1);
      if (before) before.earliest = Math.min(before.earliest, visit.earliest);
      if (visit.earliest === visit.at) end(visit);
    }
  }

  for (const [name, decision] of decisions) if (!visits.has(name)) walk(decision);
  return groups;
}
