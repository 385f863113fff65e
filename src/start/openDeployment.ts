import type { Catalog } from '../catalog/model/catalog.js';
import { openPolicy as openControlledPolicy } from '../control/policy/openPolicy.js';
import type { PolicySnapshot } from '../policy/model/policySnapshot.js';
import type { Requester } from '../policy/model/requester.js';
import type { ClientId, SourceName } from '../shared/brand.js';
import type { Connector } from '../source/connector.js';

import { deploy } from './deploy.js';
import type { Deployment } from './gateway.js';
import { openCatalog } from './openCatalog.js';
import type { Settings } from './settings.js';

/** What decides of requests, opened as a gateway would open it, without the gateway. */
export interface OpenPolicy {
  readonly deployment: Deployment;
  readonly catalog: Catalog;
  readonly connectors: ReadonlyMap<SourceName, Connector>;
  readonly snapshot: PolicySnapshot;
  readonly close: () => Promise<void>;
}

/** What goes wrong later is of no concern: the policy is read once. */
const silent = { error: () => undefined };

/** Opens the catalogs, against the live sources, and the policy of the demo or of production. */
export async function openPolicy(settings: Settings): Promise<OpenPolicy> {
  const deployment = await deploy(settings, () => undefined);
  const { catalog, connectors } = await openCatalog(deployment);
  const close = async () => {
    await Promise.all([...connectors.values()].map((connector) => connector.close()));
  };
  try {
    const policy = await openControlledPolicy(deployment, catalog, silent);
    const snapshot = policy.port.current();
    await policy.close();
    return { deployment, catalog, connectors, snapshot, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** A client as the requester that its token would make of it; undefined where there is none. */
export function requesterOf({ clients }: PolicySnapshot, clientId: string): Requester | undefined {
  const client = clients.get(clientId as ClientId);
  if (!client) return undefined;
  const { id, agency, attributes } = client;
  return { kind: 'client', client: id, agency, attributes };
}
