import type { Grant } from '../../policy/model/grant.js';
import type { Client, PolicySnapshot } from '../../policy/model/policySnapshot.js';
import type { GrantId } from '../../shared/brand.js';

/** A grant that is in a policy, and its client. */
export function grantById(
  { clients, grants }: PolicySnapshot,
  id: GrantId,
): { readonly client: Client; readonly grant: Grant } {
  for (const [clientId, ofClient] of grants) {
    const grant = [...ofClient.values()].find((one) => one.id === id);
    const client = clients.get(clientId);
    if (grant && client) return { client, grant };
  }
  throw new TypeError('a grant that was made is not in the policy that it was made in');
}
