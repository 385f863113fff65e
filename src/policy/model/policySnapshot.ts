import type { AgencyCode, ClientId, PurposeCode } from '../../shared/brand.js';

import type { Grant } from './grant.js';
import type { RegisteredKey } from './registeredKey.js';
import type { Attributes } from './requester.js';
import type { Rule } from './rule.js';

/** A program of an agency. */
export interface Client {
  readonly id: ClientId;
  readonly agency: AgencyCode;
  readonly attributes: Attributes;
  readonly keys: readonly RegisteredKey[];
}

/** All policy at one revision, frozen. A request keeps one snapshot from beginning to end. */
export interface PolicySnapshot {
  readonly revision: string;
  readonly clients: ReadonlyMap<ClientId, Client>;
  readonly grants: ReadonlyMap<ClientId, ReadonlyMap<PurposeCode, Grant>>;
  readonly rules: readonly Rule[];
}

/** The port through which the exchange gets snapshots. */
export interface PolicyPort {
  /**
   * The snapshot in force now.
   *
   * @throws {ExchangeError} NOT_READY if no snapshot is recent enough to trust
   */
  current(): PolicySnapshot;
}
