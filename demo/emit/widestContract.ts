import type { Catalog } from '../../src/catalog/model/catalog.js';
import { compileContract } from '../../src/contract/compileContract.js';
import type { Contract } from '../../src/contract/contract.js';
import { decide } from '../../src/policy/decide/decide.js';
import { everything } from '../../src/policy/model/condition.js';
import type { Grant, ResourceGrant } from '../../src/policy/model/grant.js';
import type { Requester } from '../../src/policy/model/requester.js';
import { reaches, uses } from '../../src/policy/model/use.js';
import type { AgencyCode, ClientId, GrantId, PurposeCode } from '../../src/shared/brand.js';

/** A grant of everything that can be named; the catalog's ceiling is what is left. */
function widestGrant(catalog: Catalog, client: ClientId): Grant {
  const resources = [...catalog.resources.values()].map((resource): [string, ResourceGrant] => {
    // To ask for the verification of what is not shared would lose that of all else.
    const shared = [...resource.fields.values()].filter(({ share }) => share !== 'NOT_SHARED');
    const fields = shared.map(({ name }) => [name, { form: 'CLEAR', uses }] as const);
    const links = [...resource.links.keys()];
    const rest = { links, rows: everything, minors: true };
    return [resource.name, { reach: reaches, fields: new Map(fields), ...rest }];
  });
  return {
    id: 'widest' as GrantId,
    client,
    purpose: 'widest' as PurposeCode,
    scenario: null,
    validUntil: Number.MAX_SAFE_INTEGER,
    resources: new Map(resources),
  };
}

/** The catalog as if every item were necessary in every scenario: no grant has all of them at once. */
function inAnyScenario(catalog: Catalog): Catalog {
  const resources = [...catalog.resources].map(([name, resource]) => {
    const fields = [...resource.fields].map(
      ([field, item]) => [field, { ...item, necessaryIn: null }] as const,
    );
    return [name, { ...resource, fields: new Map(fields) }] as const;
  });
  return { ...catalog, resources: new Map(resources) };
}

/** The most that an application can be granted of a catalog without an approval of a value in clear. */
export function widestContract(stated: Catalog): Contract {
  const catalog = inAnyScenario(stated);
  const client = 'widest' as ClientId;
  const requester: Requester = {
    kind: 'client',
    client,
    agency: 'any' as AgencyCode,
    attributes: new Map(),
  };
  const grant = widestGrant(catalog, client);
  const decisions = decide({ catalog, rules: [], requester, purpose: grant.purpose, grant });
  return compileContract(decisions, catalog);
}
