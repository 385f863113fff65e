import type { Catalog } from '../../catalog/model/catalog.js';
import type { Decisions, Reason, ResourceDecision } from '../model/decisions.js';
import { describeForm, showsNoMore } from '../model/form.js';
import type { FieldGrant, Grant, ResourceGrant } from '../model/grant.js';
import type { Client } from '../model/policySnapshot.js';
import type { Requester } from '../model/requester.js';
import { formFaults, scopeFaults } from '../model/scopeFaults.js';

import { decide } from './decide.js';
import { aggregatesAlone } from './decideResource.js';
import { grantedForm } from './permission.js';

const lastOf = (reasons: readonly Reason[]) => reasons.at(-1)?.by ?? 'nothing gives it';

/** What a grant states of a field and does not give: a form that shows more, or a use. */
function ofField(name: string, given: FieldGrant, decision: ResourceDecision): readonly string[] {
  const decided = decision.fields.get(name);
  if (!decided) return [];
  const { field, form, uses, reasons } = decided;
  const ceilings = reasons.filter(({ step }) => step === 'ceiling');
  const stated = grantedForm(field, given);
  const lost = (given.uses ?? []).filter((use) =>
    use === 'GROUP' ? !decided.isCounted : !uses.has(use),
  );
  const told = describeForm(form);
  const whyForm = ceilings.find(({ result }) => result.startsWith(told))?.by ?? lastOf(ceilings);
  return [
    ...(given.form === undefined || showsNoMore(stated, form)
      ? []
      : [`${name} is ${told} and not ${describeForm(stated)}: ${whyForm}`]),
    ...(lost.length > 0 ? [`${name} has no ${lost.join(', ')}: ${lastOf(ceilings)}`] : []),
  ];
}

function ofResource(
  decision: ResourceDecision,
  granted: ResourceGrant,
  { id, attributes }: Client,
  catalog: Catalog,
): readonly string[] {
  const { reach, reasons, refusedLinks, resource } = decision;
  return [
    ...[...granted.reach].flatMap((one) => {
      if (reach.has(one)) return [];
      return [`no ${one}: ${reasons.find(({ result }) => result === `no ${one}`)?.by ?? ''}`];
    }),
    ...reasons.flatMap(({ by, result }) =>
      result === aggregatesAlone ? `LIST gives ${result}: ${by}` : [],
    ),
    ...[...granted.fields].flatMap(([name, given]) => ofField(name, given, decision)),
    ...formFaults(granted, resource, catalog, attributes).map(
      ([name, fault]) => `${name} is clear in no row: client ${id} ${fault}`,
    ),
    ...granted.links.flatMap((link) => {
      const reason = refusedLinks.get(link);
      return reason ? [`no link ${link}: ${reason.by}`] : [];
    }),
    ...scopeFaults(granted.rows, resource, catalog, attributes).map(
      (fault) => `no row is in scope: client ${id} ${fault}`,
    ),
  ];
}

/**
 * What a grant says that it gives, and does not, in the sentences of `explain`. Rules are left out: they
 * are meant to take away.
 */
export function shortfallsOf(grant: Grant, client: Client, catalog: Catalog): readonly string[] {
  const { agency, attributes } = client;
  const requester: Requester = { kind: 'client', client: client.id, agency, attributes };
  const decisions: Decisions = decide({
    catalog,
    rules: [],
    requester,
    purpose: grant.purpose,
    grant,
  });
  return [...grant.resources].flatMap(([name, granted]) => {
    const decision = decisions.resources.get(name);
    const lost = decision
      ? ofResource(decision, granted, client, catalog)
      : [`nothing of it is given: ${lastOf(decisions.refused.get(name) ?? [])}`];
    return lost.map((what) => `grant ${grant.id}, ${name}: ${what}`);
  });
}
