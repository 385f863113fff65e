import type { Catalog } from '../../catalog/model/catalog.js';
import { exceptionFaults } from '../../policy/decide/exceptionFaults.js';
import { shortfallsOf } from '../../policy/decide/shortfallsOf.js';
import type { PolicySnapshot } from '../../policy/model/policySnapshot.js';

/**
 * What the grants of a policy say that they give, and do not, and which exceptions of its rules hold for
 * nobody: it can be used, and somebody should know.
 */
export function policyWarnings(snapshot: PolicySnapshot, catalog: Catalog): readonly string[] {
  const { clients, grants, rules } = snapshot;
  const ofGrants = [...clients.values()].flatMap((client) =>
    [...(grants.get(client.id)?.values() ?? [])].flatMap((grant) =>
      shortfallsOf(grant, client, catalog),
    ),
  );
  const ofRules = rules.flatMap((rule) =>
    rule.kind === 'MASK'
      ? exceptionFaults(rule, snapshot, catalog).map((fault) => `rule ${rule.id}: ${fault}`)
      : [],
  );
  return [...ofGrants, ...ofRules];
}
