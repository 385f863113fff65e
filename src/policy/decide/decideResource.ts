import type { Catalog, Resource } from '../../catalog/model/catalog.js';
import { allOf, everything, type Condition } from '../model/condition.js';
import type { Reason, ResourceDecision } from '../model/decisions.js';
import type { Rule } from '../model/rule.js';
import type { Reach } from '../model/use.js';
import { windowInWords } from '../model/window.js';

import { decideCubes, type DecidedCubes } from './decideCubes.js';
import { decideField } from './decideField.js';
import { decideFormsByRow } from './decideFormsByRow.js';
import { decideVerification, type DecidedVerification } from './decideVerification.js';
import type { Permission } from './permission.js';
import { reachBeyondSource } from './usesAtSource.js';
import { whyScopeBars } from './whyScopeBars.js';

/** What LIST comes to where rows have no order for pages. */
export const aggregatesAlone = 'aggregates, and no list';

const noPageBy = 'no pageBy, so nothing orders its rows for pages';

/** Drops each reach that the source or the fields do not support, and adds the reason. */
function supportedReach(
  resource: Resource,
  granted: ReadonlySet<Reach>,
  mayLookUp: boolean,
  verification: DecidedVerification,
  { cubes }: DecidedCubes,
  reasons: Reason[],
): ReadonlySet<Reach> {
  const reach = new Set(granted);
  for (const [beyond, reason] of reachBeyondSource(resource, granted)) {
    reach.delete(beyond);
    reasons.push(reason);
  }
  if (reach.has('LIST') && !resource.capabilities.canGroup) {
    reasons.push({
      step: 'ceiling',
      by: 'its source cannot count',
      result: 'no aggregates, no totals',
    });
  }
  if (reach.has('LIST') && resource.pageBy.length === 0) {
    if (resource.capabilities.canGroup) {
      reasons.push({ step: 'ceiling', by: noPageBy, result: aggregatesAlone });
    } else {
      reach.delete('LIST');
      reasons.push({ step: 'ceiling', by: noPageBy, result: 'no LIST' });
    }
  }
  if (reach.has('EXPORT') && resource.pageBy.length === 0) {
    reach.delete('EXPORT');
    reasons.push({ step: 'ceiling', by: noPageBy, result: 'no EXPORT' });
  }
  if (reach.has('LOOKUP') && !mayLookUp) {
    reach.delete('LOOKUP');
    const by = resource.key.length > 0 ? 'the key may not be looked up' : 'no key';
    reasons.push({ step: 'ceiling', by, result: 'no LOOKUP' });
  }
  if (reach.has('VERIFY') && verification.kind === 'refused') {
    reach.delete('VERIFY');
    reasons.push({ step: 'ceiling', by: verification.by, result: 'no VERIFY' });
  }
  if (reach.has('STATISTICS') && cubes.size === 0) {
    reach.delete('STATISTICS');
    reasons.push({ step: 'ceiling', by: 'no cube may be asked for', result: 'no STATISTICS' });
  }
  return reach;
}

/** All data about people under this age is sensitive (PIPL 28, 31). */
const ageOfMajority = 14;

/** Takes rows about minors, and about people of unknown age, out of a scope that does not include minors. */
function withoutMinors(
  { minorsBy }: Resource,
  { minors, by }: Permission,
  reasons: Reason[],
): Condition {
  if (minorsBy === null || minors) return everything;
  reasons.push({ step: 'ceiling', by: `${by} does not include minors`, result: 'fewer rows' });
  const operand = { kind: 'today', period: { months: -12 * ageOfMajority, days: 0 } } as const;
  return { kind: 'compare', field: minorsBy, operator: 'lt', operand };
}

/** The result for one resource: a decision, or a refusal with its reasons. */
export type DecidedResource =
  | { readonly kind: 'held'; readonly decision: ResourceDecision }
  | { readonly kind: 'refused'; readonly reasons: readonly Reason[] };

/** Why a resource is refused, whatever its fields are; empty if it is not. */
function whyNothing(
  { share, shareBasis, drift }: Resource,
  rules: readonly Rule[],
): readonly Reason[] {
  if (share === 'NOT_SHARED') {
    return [{ step: 'ceiling', by: `NOT_SHARED: ${shareBasis ?? ''}`, result: 'nothing' }];
  }
  if (drift !== undefined) return [{ step: 'ceiling', by: drift, result: 'nothing' }];
  return rules.flatMap((rule): readonly Reason[] => {
    if (rule.kind === 'SUSPEND') return [{ step: 'rule', by: rule.id, result: 'suspended' }];
    if (rule.kind !== 'WINDOW' || rule.open) return [];
    return [{ step: 'rule', by: rule.id, result: `closed but on ${windowInWords(rule)}` }];
  });
}

/**
 * Decides one resource. Links are decided afterwards, since they depend on the decision of their target.
 *
 * @param rules those that concern the requester, purpose and resource
 */
export function decideResource(
  resource: Resource,
  permission: Permission,
  rules: readonly Rule[],
  { resources }: Pick<Catalog, 'resources'>,
): DecidedResource {
  const granted = [...permission.reach].join(' ') || 'no reach';
  const reasons: Reason[] = [{ step: 'permission', by: permission.by, result: granted }];
  const bars = whyNothing(resource, rules);
  if (bars.length > 0) return { kind: 'refused', reasons: [...reasons, ...bars] };
  for (const rule of rules) {
    if (rule.kind !== 'WINDOW') continue;
    reasons.push({ step: 'rule', by: rule.id, result: `open on ${windowInWords(rule)}` });
  }
  const rows = rules.flatMap((rule) => (rule.kind === 'ROWS' ? rule : []));
  for (const rule of rows) reasons.push({ step: 'rule', by: rule.id, result: 'fewer rows' });

  const fieldByField = new Map(
    [...resource.fields.values()].map((field) => [
      field.name,
      decideField(field, permission, rules, resource.capabilities),
    ]),
  );
  const fields = decideFormsByRow(fieldByField, resource, resources);
  const { key } = resource;
  const mayLookUp = key.length > 0 && key.every((name) => fields.get(name)?.uses.has('LOOKUP'));
  const verifiable = decideVerification(resource, permission, fields);
  const counted = decideCubes(resource, permission.reach, fields);
  const reach = supportedReach(resource, permission.reach, mayLookUp, verifiable, counted, reasons);
  if (reach.size === 0) return { kind: 'refused', reasons };
  const scope = allOf([
    permission.rows,
    withoutMinors(resource, permission, reasons),
    ...rows.map((rule) => rule.rows),
  ]);
  const bar = whyScopeBars(scope, resource, resources);
  if (bar) return { kind: 'refused', reasons: [...reasons, bar] };
  const links = { links: new Map(), refusedLinks: new Map() };
  const verification =
    reach.has('VERIFY') && verifiable.kind === 'held' ? verifiable.verification : null;
  return {
    kind: 'held',
    decision: { resource, reach, fields, ...links, scope, verification, ...counted, reasons },
  };
}
