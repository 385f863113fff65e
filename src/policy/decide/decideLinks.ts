import type { Link, LinkStep } from '../../catalog/model/catalog.js';
import type { Reason, ResourceDecision } from '../model/decisions.js';
import { atLeast, atMost, showsNoMore } from '../model/form.js';

import type { Permission } from './permission.js';

/** Why a step may not be taken; undefined if it may. */
function whyNoStep(
  { target: name, on }: LinkStep,
  before: ResourceDecision,
  target: ResourceDecision | undefined,
  here: ResourceDecision,
): string | undefined {
  const nameOf = (field: string) =>
    before === here ? `"${field}"` : `"${before.resource.name}.${field}"`;
  if (!target?.reach.has('LINKED')) return `${name} may not be reached by links`;
  for (const part of on) {
    const [from, to] = [before.fields.get(part.from), target.fields.get(part.to)];
    if (!from?.uses.has('JOIN')) return `${nameOf(part.from)} has no JOIN`;
    if (!to?.uses.has('JOIN')) return `"${name}.${part.to}" has no JOIN`;
    // The two ends are in different rows, so no condition says of both where they are clear.
    if (!showsNoMore(atMost(to.form), atLeast(from.form))) {
      return `"${name}.${part.to}" would show what ${nameOf(part.from)} hides`;
    }
  }
  return undefined;
}

/** Why a link may not be followed; undefined if it may. */
function whyNot(
  { name, steps }: Link,
  decision: ResourceDecision,
  permission: Permission,
  all: ReadonlyMap<string, ResourceDecision>,
): string | undefined {
  if (!permission.link(name)) return 'it is not granted';
  let before = decision;
  for (const step of steps) {
    const target = all.get(step.target);
    const why = whyNoStep(step, before, target, decision);
    if (why !== undefined || !target) return why;
    before = target;
  }
  return undefined;
}

/**
 * Decides the links of a resource. A link exists if the permission names it, both of its ends have JOIN,
 * and the target has reach LINKED; so both providers have agreed. Both ends hold the same value, so the
 * far end must not show more than the near end: a link must not publish what its key hides. All of this
 * holds of a junction too, by whose rows it leads.
 *
 * @param all the decisions of every resource, with links not yet decided
 */
export function decideLinks(
  decision: ResourceDecision,
  permission: Permission,
  all: ReadonlyMap<string, ResourceDecision>,
): ResourceDecision {
  const links = new Map<string, Link>();
  const refusedLinks = new Map<string, Reason>();
  for (const link of decision.resource.links.values()) {
    const why = whyNot(link, decision, permission, all);
    if (why === undefined) links.set(link.name, link);
    else refusedLinks.set(link.name, { step: 'permission', by: why, result: 'no link' });
  }
  return Object.freeze({ ...decision, links, refusedLinks });
}
