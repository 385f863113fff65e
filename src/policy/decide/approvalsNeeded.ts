import type { Catalog, Field, Resource } from '../../catalog/model/catalog.js';
import type { AgencyCode } from '../../shared/brand.js';
import { keyOf, meetForms } from '../model/form.js';
import type { Approver, FieldGrant, Grant } from '../model/grant.js';

import { ceilingOf, neededForClear } from './ceiling.js';
import { grantedForm } from './permission.js';

/** An act without which a grant does not give what it says. */
export interface NeededApproval {
  readonly role: Approver;
  /** The agency whose approval it is; null where it is the authority's. */
  readonly agency: AgencyCode | null;
  /** The resources that it is about, by name. */
  readonly resources: readonly string[];
}

/** The fewest approvals by which a field is given as the grant says. */
function neededBy(field: Field, given: FieldGrant, scenario: string | null): readonly Approver[] {
  const outcome = (approvedBy: readonly Approver[]) => {
    const { form, uses } = ceilingOf(field, scenario, approvedBy);
    return `${keyOf(meetForms(grantedForm(field, given), form))} ${[...uses].join()}`;
  };
  const all = neededForClear[field.level];
  const fewer: readonly (readonly Approver[])[] = [[], ['CASE']];
  return fewer.find((some) => outcome(some) === outcome(all)) ?? all;
}

function neededOf(resource: Resource, grant: Grant): ReadonlySet<Approver> {
  const fields = grant.resources.get(resource.name)?.fields ?? new Map<string, FieldGrant>();
  return new Set(
    [...fields].flatMap(([name, given]) => {
      const field = resource.fields.get(name);
      return field ? neededBy(field, given, grant.scenario) : [];
    }),
  );
}

/**
 * The acts that a grant rests on: one of the provider of each resource whose fields ask for it, and
 * one of the authority, or of the single case, for all that ask for those.
 */
export function approvalsNeeded(grant: Grant, catalog: Catalog): readonly NeededApproval[] {
  const needed = new Map<string, NeededApproval>();
  for (const name of grant.resources.keys()) {
    const resource = catalog.resources.get(name);
    for (const role of resource ? neededOf(resource, grant) : []) {
      const agency = role === 'PROVIDER' ? (resource?.agency ?? null) : null;
      const key = `${role} ${agency ?? ''}`;
      const resources = [...(needed.get(key)?.resources ?? []), name];
      needed.set(key, { role, agency, resources });
    }
  }
  return [...needed.values()];
}
