import { catalogNow } from '../catalog/live/catalogNow.js';
import type { Catalog } from '../catalog/model/catalog.js';
import { openPolicy } from '../control/policy/openPolicy.js';
import type { ExplainParts } from '../explain/exchangeFor.js';
import { deriveAnswerKeys } from '../keys/deriveKey.js';

import type { Demo } from './demo.js';
import { deploy } from './deploy.js';
import type { Deployment } from './deployment.js';
import { closeAll, openCatalog } from './openCatalog.js';
import type { Settings } from './settings.js';

/** The parts that decide requests, opened as a gateway opens them, without the gateway. */
export interface OpenDeployment {
  readonly deployment: Deployment;
  readonly catalog: Catalog;
  /** The parts that decide requests, for explain. */
  readonly explained: ExplainParts;
  /**
   * The ids of clients that an error may name: the demo's; null in production, where it may name
   * none.
   */
  readonly toldClients: readonly string[] | null;
  readonly close: () => Promise<void>;
}

/** Later failures do not matter, because the policy is read only once. */
const silent = { error: () => undefined };

/**
 * Opens the catalogs, against the live sources, and the policy of the demo or of production.
 *
 * @param demo null for an entry that brings none
 */
export async function openDeployment(
  settings: Settings,
  demo: Demo | null,
): Promise<OpenDeployment> {
  const deployment = await deploy(settings, demo, () => undefined);
  const { catalog, connectors, shapes } = await openCatalog(deployment);
  const close = () => closeAll(connectors);
  try {
    const policy = await openPolicy(deployment, catalog, silent);
    const snapshot = policy.port.current();
    await policy.close();
    const { limits, masterKey, requireCase: requireOccasion } = deployment;
    const explained: ExplainParts = {
      // As a gateway that runs now has it, with its reasons.
      catalog: catalogNow(catalog, shapes).catalog,
      snapshot,
      connectors,
      limits,
      // The keys are the gateway's own, so that its cursors open here.
      ...deriveAnswerKeys(masterKey),
      ...(requireOccasion !== undefined && { requireOccasion }),
    };
    const toldClients = settings.TONGDAO_MODE === 'demo' && demo ? demo.clients : null;
    return { deployment, catalog: explained.catalog, explained, toldClients, close };
  } catch (error) {
    await close();
    throw error;
  }
}
