import type { Catalog } from '../../catalog/model/catalog.js';
import type { PolicyPort } from '../../policy/model/policySnapshot.js';
import { ControlStore } from '../store/controlStore.js';

import { checkSeedGrants } from './checkSeedGrants.js';
import { LivePolicy } from './livePolicy.js';
import { policyWarnings } from './policyWarnings.js';
import { readPolicy } from './readPolicy.js';
import { readSeed } from './readSeed.js';

/** Policy that changes while the gateway runs. */
export interface PolicyControl {
  readonly store: ControlStore;
  /** What the control database holds now is in force in this process when this resolves. */
  refresh(): Promise<void>;
}

/** Where a gateway's policy comes from, and how it is let go of. */
export interface OpenPolicy {
  readonly port: PolicyPort;
  /** What can be administered; null where the policy stays as its seed file says. */
  readonly control: PolicyControl | null;
  /** What the grants of a policy file that was read say that they give, and do not. */
  readonly warnings: readonly string[];
  /** Whether what is decided now rests on a reading that may be relied on. */
  isCurrent(): boolean;
  close(): Promise<void>;
}

interface PolicyOrigin {
  /** The text of the seed file. */
  readonly policy: string;
  /** The text of its lock, where it has one. */
  readonly policyLock?: string | undefined;
  readonly control?: string | undefined;
  readonly acceptsGuessableKeys?: boolean;
}

interface FaultLog {
  error(details: object, message: string): void;
}

/**
 * Opens the policy that a gateway decides by: that of the control database, followed from now on, or
 * of a file.
 *
 * @throws {PolicyError} for a policy that does not fit the catalog
 */
export async function openPolicy(
  { policy, policyLock, control, acceptsGuessableKeys = false }: PolicyOrigin,
  catalog: Catalog,
  log: FaultLog,
): Promise<OpenPolicy> {
  let warnings: readonly string[] = [];
  const readFile = () => {
    const snapshot = readPolicy(policy, catalog, policyLock);
    if (!acceptsGuessableKeys) checkSeedGrants(snapshot, catalog);
    warnings = policyWarnings(snapshot, catalog);
    return snapshot;
  };
  if (control === undefined) {
    const snapshot = readFile();
    const port = { current: () => snapshot };
    return {
      port,
      control: null,
      warnings,
      isCurrent: () => true,
      close: () => Promise.resolve(),
    };
  }
  const store = await ControlStore.open(control);
  try {
    if ((await store.revision()) === 0) {
      // What does not fit the catalog must not become the content.
      readFile();
      await store.begin(readSeed(policy, policyLock));
    }
    const live = new LivePolicy(store, catalog, {
      onFault: (fault) => {
        // What the driver says may hold statements and hosts; its kind is all that is told.
        const type = fault instanceof Error ? fault.name : typeof fault;
        log.error({ cause: { type } }, 'the control database cannot be read');
      },
    });
    await live.start();
    return {
      port: live,
      control: { store, refresh: () => live.refresh() },
      warnings,
      isCurrent: () => live.isCurrent,
      close: async () => {
        live.close();
        await store.close();
      },
    };
  } catch (error) {
    await store.close();
    throw error;
  }
}
