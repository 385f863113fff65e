import type { Catalog } from '../../catalog/model/catalog.js';
import { shortfallsOf } from '../../policy/decide/shortfallsOf.js';
import type { PolicySnapshot } from '../../policy/model/policySnapshot.js';

/** What the grants of a policy say that they give, and do not: it can be used, and somebody should know. */
export function policyWarnings(
  { clients, grants }: PolicySnapshot,
  catalog: Catalog,
): readonly string[] {
  return [...clients.values()].flatMap((client) =>
    [...(grants.get(client.id)?.values() ?? [])].flatMap((grant) =>
      shortfallsOf(grant, client, catalog),
    ),
  );
}
