import { expect, it } from '@jest/globals';
import fc from 'fast-check';

import { linkGroups } from '../../../src/contract/share/linkGroups.js';
import type { ResourceDecision } from '../../../src/policy/model/decisions.js';

type Links = Readonly<Record<string, readonly string[]>>;

function decisionsOf(links: Links): ReadonlyMap<string, ResourceDecision> {
  return new Map(
    Object.entries(links).map(([name, targets]) => {
      const found = targets.map((target) => [target, { target }] as const);
      return [name, { resource: { name }, links: new Map(found) } as unknown as ResourceDecision];
    }),
  );
}

const namesOf = (group: { readonly members: readonly ResourceDecision[] }) =>
  group.members.map(({ resource }) => resource.name).sort();

/** What can be reached from a resource by one link or more. */
function reachedFrom(name: string, links: Links): ReadonlySet<string> {
  const reached = new Set<string>();
  const open = [...(links[name] ?? [])];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (!links[next] || reached.has(next)) continue;
    reached.add(next);
    open.push(...(links[next] ?? []));
  }
  return reached;
}

const names = ['a', 'b', 'c', 'd', 'e', 'f'];
const graphs = fc
  .record(Object.fromEntries(names.map((name) => [name, fc.subarray([...names, 'none'])])))
  .map((all) => all as Links);

it('groups what leads to one another, each after what it leads to', () => {
  fc.assert(
    fc.property(graphs, (links) => {
      const groups = linkGroups(decisionsOf(links));
      expect(groups.flatMap(namesOf).sort()).toEqual(names);
      for (const [at, group] of groups.entries()) {
        const [first = ''] = namesOf(group);
        const reached = reachedFrom(first, links);
        const mutual = names.filter(
          (name) => reached.has(name) && reachedFrom(name, links).has(first),
        );
        expect(namesOf(group)).toEqual([...new Set([first, ...mutual])].sort());
        const beside = new Set(group.members.flatMap(({ resource }) => links[resource.name] ?? []));
        const leadsTo = [...group.leadsTo].flatMap(namesOf);
        const direct = [...beside].filter(
          (name) => name !== 'none' && !namesOf(group).includes(name),
        );
        expect(leadsTo).toEqual(expect.arrayContaining(direct));
        expect([...group.leadsTo].every((other) => groups.indexOf(other) < at)).toBe(true);
      }
    }),
    { numRuns: 1_000 },
  );
});

it('follows a chain of links that is as long as a catalog', () => {
  const count = 20_000;
  const links = Object.fromEntries(
    Array.from({ length: count }, (_, at) => [`r${at}`, [`r${at + 1}`]]),
  );
  expect(linkGroups(decisionsOf(links))).toHaveLength(count);
});
