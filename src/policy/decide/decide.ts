import type { Catalog } from '../../catalog/model/catalog.js';
import type { PurposeCode } from '../../shared/brand.js';
import type { Decisions, Reason, ResourceDecision } from '../model/decisions.js';
import type { Grant } from '../model/grant.js';
import type { Requester } from '../model/requester.js';
import { concerns, type Rule } from '../model/rule.js';

import { decideLinks } from './decideLinks.js';
import { decideResource } from './decideResource.js';
import { permissionFor, whyNoPermission, type Permission } from './permission.js';
import { rulesFor } from './rulesFor.js';

export interface PolicyQuestion {
  readonly catalog: Catalog;
  readonly rules: readonly Rule[];
  readonly requester: Requester;
  readonly purpose: PurposeCode | null;
  /** The requester's grant for the purpose; null for the public. */
  readonly grant: Grant | null;
}

/** Decides what a requester may have for a purpose: permission ⊓ ceiling ⊓ rules, with reasons. */
export function decide(question: PolicyQuestion): Decisions {
  const { catalog, requester, purpose, grant } = question;
  const client = requester.kind === 'client' ? requester.client : null;
  const permissions = new Map<string, Permission>();
  const decided = new Map<string, ResourceDecision>();
  const refused = new Map<string, readonly Reason[]>();
  const concerned = question.rules.filter((rule) => concerns(rule, client, purpose));
  for (const resource of catalog.resources.values()) {
    const permission = permissionFor(resource, requester, grant);
    if (!permission) {
      refused.set(resource.name, [whyNoPermission(resource, requester, grant)]);
      continue;
    }
    const rules = rulesFor(resource, concerned, catalog);
    const of = decideResource(resource, permission, rules, catalog);
    if (of.kind === 'refused') {
      refused.set(resource.name, of.reasons);
      continue;
    }
    permissions.set(resource.name, permission);
    decided.set(resource.name, of.decision);
  }

  const resources = new Map<string, ResourceDecision>();
  for (const [name, decision] of decided) {
    const permission = permissions.get(name);
    if (permission) resources.set(name, decideLinks(decision, permission, decided));
  }
  return Object.freeze({
    grant: grant?.id ?? null,
    validUntil: grant?.validUntil ?? null,
    resources,
    refused,
  });
}
