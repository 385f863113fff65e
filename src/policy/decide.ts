import type { Catalog, Link } from '../catalog/catalog.js';
import type { PurposeCode } from '../shared/brand.js';

import { decideResource } from './decideResource.js';
import type { Decisions, ResourceDecision } from './decision.js';
import { showsNoMore } from './form.js';
import type { Grant } from './grant.js';
import { permissionFor, type Permission } from './permission.js';
import type { Requester } from './requester.js';
import { concerns, type Rule } from './rule.js';

export interface PolicyQuestion {
  readonly catalog: Catalog;
  readonly rules: readonly Rule[];
  readonly requester: Requester;
  readonly purpose: PurposeCode | null;
  /** The requester's grant for the purpose; null for the public. */
  readonly grant: Grant | null;
}

/**
 * A link exists where the permission names it, both of its ends may carry it (JOIN), and the
 * target may be reached by links: so both providers have agreed. And its far end shows no more than
 * its near end does, since both hold one value: a link must not publish what its key hides.
 */
function mayFollow(
  link: Link,
  decision: ResourceDecision,
  permission: Permission,
  all: ReadonlyMap<string, ResourceDecision>,
): boolean {
  const target = all.get(link.target);
  const from = decision.fields.get(link.from);
  const to = target?.fields.get(link.to);
  return (
    permission.link(link.name) &&
    target !== undefined &&
    from !== undefined &&
    to !== undefined &&
    target.reach.has('LINKED') &&
    from.uses.has('JOIN') &&
    to.uses.has('JOIN') &&
    showsNoMore(to.form, from.form)
  );
}

/** Decides what a requester may have for a purpose: permission ⊓ ceiling ⊓ rules, with reasons. */
export function decide(question: PolicyQuestion): Decisions {
  const { catalog, requester, purpose, grant } = question;
  const client = requester.kind === 'client' ? requester.client : null;
  const permissions = new Map<string, Permission>();
  const decided = new Map<string, ResourceDecision>();
  for (const resource of catalog.resources.values()) {
    const permission = permissionFor(resource, requester, grant);
    if (!permission) continue;
    const rules = question.rules.filter((rule) => concerns(rule, client, purpose, resource.name));
    const decision = decideResource(resource, permission, rules);
    if (!decision) continue;
    permissions.set(resource.name, permission);
    decided.set(resource.name, decision);
  }

  const resources = new Map<string, ResourceDecision>();
  for (const [name, decision] of decided) {
    const permission = permissions.get(name);
    const links = [...decision.resource.links.values()].filter(
      (link) => permission && mayFollow(link, decision, permission, decided),
    );
    const byName = new Map(links.map((link) => [link.name, link]));
    resources.set(name, Object.freeze({ ...decision, links: byName }));
  }
  return Object.freeze({
    grant: grant?.id ?? null,
    validUntil: grant?.validUntil ?? null,
    resources,
  });
}
