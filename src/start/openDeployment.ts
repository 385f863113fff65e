import type { Catalog } from '../catalog/model/catalog.js';
import { openPolicy as openControlledPolicy } from '../control/policy/openPolicy.js';
import type { Explained } from '../explain/exchangeFor.js';
import { deriveAnswerKeys } from '../keys/deriveKey.js';

import { deploy } from './deploy.js';
import type { Deployment } from './gateway.js';
import { openCatalog } from './openCatalog.js';
import type { Settings } from './settings.js';

/** What decides of requests, opened as a gateway would open it, without the gateway. */
export interface OpenPolicy {
  readonly deployment: Deployment;
  readonly catalog: Catalog;
  /** What decides of requests, for whoever explains it. */
  readonly explained: Explained;
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
    const { limits, masterKey, requireCase: requireOccasion } = deployment;
    const explained: Explained = {
      catalog,
      snapshot,
      connectors,
      limits,
      // The keys are the gateway's own, so that its cursors open.
      ...deriveAnswerKeys(masterKey),
      ...(requireOccasion !== undefined && { requireOccasion }),
    };
    return { deployment, catalog, explained, close };
  } catch (error) {
    await close();
    throw error;
  }
}
