import type { Catalog } from '../../catalog/model/catalog.js';
import { decide } from '../../policy/decide/decide.js';
import type { Grant } from '../../policy/model/grant.js';
import type { Client, PolicySnapshot } from '../../policy/model/policySnapshot.js';
import { formFaults, scopeFaults } from '../../policy/model/scopeFaults.js';
import type { GrantId } from '../../shared/brand.js';
import { refusalOf } from '../workflow/refusalOf.js';

import { grantById } from './grantById.js';

/** What the grant gives. Without rules: those may be taken away again. */
function decisionsOf({ id, agency, attributes }: Client, grant: Grant, catalog: Catalog) {
  const requester = { kind: 'client', client: id, agency, attributes } as const;
  return decide({ catalog, rules: [], requester, purpose: grant.purpose, grant });
}

/** Links that are granted and would not exist, each with the sentence that `explain` has. */
function deadLinks(client: Client, grant: Grant, catalog: Catalog): readonly string[] {
  const decisions = decisionsOf(client, grant, catalog);
  return [...grant.resources].flatMap(([name, { links }]) =>
    links.flatMap((link) => {
      const reason = decisions.resources.get(name)?.refusedLinks.get(link);
      return reason ? [`the link ${name}.${link} would not exist: ${reason.by}`] : [];
    }),
  );
}

function emptyScopes(client: Client, grant: Grant, catalog: Catalog): readonly string[] {
  return [...grant.resources].flatMap(([name, { rows }]) => {
    const resource = catalog.resources.get(name);
    const faults = resource ? scopeFaults(rows, resource, catalog, client.attributes) : [];
    return faults.map(
      (fault) => `no row of ${name} would be in scope: client ${client.id} ${fault}`,
    );
  });
}

/** Fields that are to be clear in some rows and would be so in none, each with the reason. */
function clearNowhere(client: Client, grant: Grant, catalog: Catalog): readonly string[] {
  const decisions = decisionsOf(client, grant, catalog);
  return [...grant.resources].flatMap(([name, granted]) => {
    const decided = decisions.resources.get(name);
    if (!decided) return [];
    const faults = formFaults(granted, decided.resource, catalog, client.attributes);
    const asked = faults.map(([field, fault]) => [field, `client ${client.id} ${fault}`] as const);
    const barred = [...granted.fields].flatMap(([field, { form }]) => {
      const { form: held, reasons = [] } = decided.fields.get(field) ?? {};
      const isByRow = typeof form === 'object' && form.clearWhere !== undefined;
      return isByRow && held?.kind !== 'BY_ROW' ? [[field, reasons.at(-1)?.by ?? ''] as const] : [];
    });
    return [...asked, ...barred].map(
      ([field, why]) => `${name}.${field} would be clear in no row: ${why}`,
    );
  });
}

/**
 * Looks whether a new grant gives what it says that it gives.
 *
 * @throws {ExchangeError} BAD_USER_INPUT that names each link and scope that would give nothing
 */
export function checkGrant(left: PolicySnapshot, catalog: Catalog, id: GrantId): void {
  const { client, grant } = grantById(left, id);
  const problems = [deadLinks, emptyScopes, clearNowhere].flatMap((look) =>
    look(client, grant, catalog),
  );
  if (problems.length > 0) throw refusalOf(...problems);
}
