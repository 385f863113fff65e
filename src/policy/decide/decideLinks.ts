import type { Link } from '../../catalog/model/catalog.js';
import type { Reason, ResourceDecision } from '../model/decisions.js';
import { atLeast, atMost, showsNoMore } from '../model/form.js';

import type { Permission } from './permission.js';

/** Why a link may not be followed; null if it may. */
function whyNot(
  link: Link,
  decision: ResourceDecision,
  permission: Permission,
  all: ReadonlyMap<string, ResourceDecision>,
): string | null {
  const target = all.get(link.target);
  const from = decision.fields.get(link.from);
  const to = target?.fields.get(link.to);
  if (!permission.link(link.name)) return 'it is not granted';
  if (!target?.reach.has('LINKED')) return `${link.target} may not be reached by links`;
  if (!from?.uses.has('JOIN')) return `"${link.from}" has no JOIN`;
  if (!to?.uses.has('JOIN')) return `"${link.target}.${link.to}" has no JOIN`;
  // The two ends are in different rows, so no condition says of both where they are clear.
  if (!showsNoMore(atMost(to.form), atLeast(from.form))) {
    return `"${link.target}.${link.to}" would show what "${link.from}" hides`;
  }
  return null;
}

/**
 * Decides the links of a resource. A link exists if the permission names it, both of its ends have JOIN,
 * and the target has reach LINKED; so both providers have agreed. Both ends hold the same value, so the
 * far end must not show more than the near end: a link must not publish what its key hides.
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
    if (why === null) links.set(link.name, link);
    else refusedLinks.set(link.name, { step: 'permission', by: why, result: 'no link' });
  }
  return Object.freeze({ ...decision, links, refusedLinks });
}
