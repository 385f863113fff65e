import type { Catalog } from '../../catalog/model/catalog.js';
import { decide } from '../../policy/decide/decide.js';
import type { Grant } from '../../policy/model/grant.js';
import type { Client, PolicySnapshot } from '../../policy/model/policySnapshot.js';
import { scopeFaults } from '../../policy/model/scopeFaults.js';
import type { GrantId } from '../../shared/brand.js';
import { refusalOf } from '../workflow/refusalOf.js';

import { grantById } from './grantById.js';

/** Links that are granted and would not exist, each with the sentence that `explain` has. */
function deadLinks(client: Client, grant: Grant, catalog: Catalog): readonly string[] {
  const { id, agency, attributes } = client;
  const requester = { kind: 'client', client: id, agency, attributes } as const;
  // Without rules: those may be taken away again.
  const decisions = decide({ catalog, rules: [], requester, purpose: grant.purpose, grant });
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

/**
 * Looks whether a new grant gives what it says that it gives.
 *
 * @throws {ExchangeError} BAD_USER_INPUT that names each link and scope that would give nothing
 */
export function checkGrant(left: PolicySnapshot, catalog: Catalog, id: GrantId): void {
  const { client, grant } = grantById(left, id);
  const problems = [...deadLinks(client, grant, catalog), ...emptyScopes(client, grant, catalog)];
  if (problems.length > 0) throw refusalOf(...problems);
}
