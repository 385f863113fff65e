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
 * What was read of one resource: the form of each field, and how many rows. Where rows were looked up,
 * also by how many keys, whether or not a key found anybody: so that it shows who tries numbers out.
 */
export interface ReadEntry {
  readonly resource: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly rows: number;
  readonly keys?: number;
}

/** Which part of an export an entry is about. It is durable before that part leaves. */
export interface ExportPart {
  /** Its beginning, the next chunk, its end, or its end before all rows had left. */
  readonly step: 'OPEN' | 'CHUNK' | 'CLOSE' | 'ABORT';
  /** The number of the chunk, from 1; of an end, how many have left. One more may stand on record. */
  readonly chunk: number;
  /** How many rows about people or bodies it holds. */
  readonly subjects: number;
}

/** Refusals of requesters who proved nothing, and were told nothing, that have no entries of their own. */
export interface SummedRefusals {
  /** ISO 8601, UTC: when the first of them came; the entry's own time is when the last may have. */
  readonly since: string;
  /** From how many networks they came. */
  readonly addresses: number;
  readonly counts: Readonly<Record<string, number>>;
}

/**
 * What the record keeps of one request: who asked, for what, what was read and how much, how it ended.
 * It never holds a value, neither of data nor of the request: what policy does not know is left out.
 */
export interface Entry {
  readonly requestId: RequestId;
  /** ISO 8601, UTC. */
  readonly at: string;
  /** Null for the public, and for those who did not prove who they are. */
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
  /** Those who, with this request, were asked for under many grants in a day; left out for none. */
  readonly alerts?: readonly SubjectAlert[];
  /** Left out of all but the entries of exports, which share their request id. */
  readonly export?: ExportPart;
  /** Who administered; null for a request to the exchange. */
  readonly administrator: string | null;
  /** What an administrator read or did, and to what, as `revokeGrant G-7`; null for all others. */
  readonly action: string | null;
  /** Of an entry that sums up refusals; left out of all others. */
  readonly refusals?: SummedRefusals;
  /** `OK`, `PARTIAL`, or the code of the first error; `BEGUN` for a change that is about to be made, `REFUSALS` for a sum, `OPEN` and `CHUNK` of an export. */
  readonly outcome: string;
  /** The HTTP status of the answer; 0 for a sum. */
  readonly status: number;
}
