import type { SubjectAlert } from '../../quota/subjectCounter.js';
import type {
  Fingerprint,
  AgencyCode,
  CatalogVersion,
  ClientId,
  GrantId,
  PurposeCode,
  RequestId,
} from '../../shared/brand.js';

/**
 * What was read of one resource: the form of each field, and how many rows; where rows were looked
 * up, also by how many keys, those that found no one included: so that trying numbers out shows.
 */
export interface ReadEntry {
  readonly resource: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly rows: number;
  readonly keys?: number;
}

/**
 * What the record keeps of one request: who asked, for what, what was read and how much, how it
 * ended. Never a value, of data or of the request: what is not known to policy is left out.
 */
export interface Entry {
  readonly requestId: RequestId;
  /** ISO 8601, UTC. */
  readonly at: string;
  /** Null for the public, and for whoever did not prove who they are. */
  readonly client: ClientId | null;
  /** The client's, or the administrator's. */
  readonly agency: AgencyCode | null;
  readonly purpose: PurposeCode | null;
  /** Who at the agency asked, as a keyed hash; null where it was not stated. */
  readonly actingUser: string | null;
  /** The case that it was asked for, as a keyed hash; null where it was not stated. */
  readonly caseReference: string | null;
  readonly grant: GrantId | null;
  /** The revision of the policy that decided. */
  readonly policy: string | null;
  readonly catalog: CatalogVersion;
  readonly contract: Fingerprint | null;
  /** SHA-256 of the operation, its literals lifted out. */
  readonly operation: string | null;
  readonly reads: readonly ReadEntry[];
  readonly statements: number;
  /** Those who, by this request, were asked for under conspicuously many grants; left out for none. */
  readonly alerts?: readonly SubjectAlert[];
  /** Who administered; null for a request to the exchange. */
  readonly administrator: string | null;
  /** What an administrator read or did, to what, as `revokeGrant G-7`; null for all others. */
  readonly action: string | null;
  /** `OK`, `PARTIAL`, or the code of the first error; `BEGUN` for a change that is about to be. */
  readonly outcome: string;
  /** The HTTP status of the answer. */
  readonly status: number;
}

/** The port by which a stage records; resolves once the entry is durable. */
export interface Recorder {
  /**
   * @param underWay requests that are being handled, this entry's among them: how many entries may
   *   soon follow. One where it is not stated.
   * @throws {ExchangeError} NOT_READY where the entry cannot be made durable
   */
  append(entry: Entry, underWay?: number): Promise<void>;
}
