import type { Catalog } from '../catalog/catalog.js';
import type { Settings } from '../config/settings.js';
import { readPolicy } from '../control/readPolicy.js';
import { openCatalog } from '../gateway.js';
import type { Requester } from '../policy/requester.js';
import type { PolicySnapshot } from '../policy/snapshot.js';
import type { ClientId } from '../shared/brand.js';

import { deploy } from './deploy.js';

/** What decides, as a gateway under the same settings would have it. */
export interface OpenPolicy {
  readonly catalog: Catalog;
  readonly snapshot: PolicySnapshot;
  /** Closes the sources, of which no more was read than what tables they have. */
  readonly close: () => Promise<void>;
}

/** Opens the policy that the settings name, or the demo's, and the catalogs that it is about. */
export async function openPolicy(settings: Settings): Promise<OpenPolicy> {
  const deployment = await deploy(settings, () => undefined);
  const { catalog, connectors } = await openCatalog(deployment);
  const close = async () => {
    await Promise.all([...connectors.values()].map((connector) => connector.close()));
  };
  try {
    return { catalog, snapshot: readPolicy(deployment.policy, catalog), close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** A client as a requester, without a proof that it is that one; undefined where there is none. */
export function requesterOf(snapshot: PolicySnapshot, client: string): Requester | undefined {
  const found = snapshot.clients.get(client as ClientId);
  if (!found) return undefined;
  const { id, agency, attributes } = found;
  return { kind: 'client', client: id, agency, attributes };
}
