import type { LookOptions } from '../drift/liveCatalog.js';
import type { ExchangeLimits } from '../exchange/exchangeLimits.js';
import type { ExplorerConfig } from '../http/portal/serveExplorer.js';
import type { WireSettings } from '../http/wire/wireSettings.js';

import type { CatalogDeployment } from './openCatalog.js';

/** All parts of a gateway. Nothing below this reads the environment. */
export interface Deployment extends CatalogDeployment {
  /** The text of the policy's seed file: the first content of the control database, where there is one. */
  readonly policy: string;
  /** The text of its lock, by which each "*" of it stands for fields. */
  readonly policyLock?: string | undefined;
  /**
   * Takes a policy file whose grants leave few candidates for a key that they let be tried, which is
   * refused else. No setting states it: it is for trials of the other guards.
   */
  readonly acceptsGuessableKeys?: boolean;
  /** The URL of the control database; without one, the policy stays as its seed file says. */
  readonly control?: string | undefined;
  /** The URL of the Redis in which gateways count together; without one, each counts by itself. */
  readonly redis?: string | undefined;
  /** How often sources are looked at, in milliseconds, and how they are, where not by default. */
  readonly drift?: Partial<LookOptions>;
  readonly masterKey: Uint8Array;
  readonly recordFile: string;
  /** Bytes from which on a segment of the record is sealed, where not by default. */
  readonly recordSegment?: number;
  /**
   * Whether a lookup of level L3 or above must state who acts and for which case; true by default.
   */
  readonly requireCase?: boolean;
  readonly limits: ExchangeLimits;
  /** Bytes. */
  readonly maxBodySize: number;
  /** What bounds the way over the network, where it is not the default. */
  readonly wire?: Partial<WireSettings>;
  readonly logLevel: string;
  readonly explorer: () => Promise<ExplorerConfig>;
  /**
   * Milliseconds since the epoch; a test may replace this clock. Days, time windows and the ends of
   * grants go by it. Credentials and the record always go by the system's clock.
   */
  readonly now?: () => number;
}
