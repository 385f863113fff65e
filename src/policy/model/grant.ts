import type { Mask } from '../../mask/mask.js';
import type { ClientId, GrantId, PurposeCode } from '../../shared/brand.js';

import type { Condition } from './condition.js';
import type { Reach, Use } from './use.js';

/**
 * Who can approve that a field is shown in clear. CASE is the approval of a single case; no IMPORTANT
 * data leaves without it.
 */
export const approvers = ['PROVIDER', 'AUTHORITY', 'CASE'] as const;
export type Approver = (typeof approvers)[number];

/** A mask, in all rows or in those that do not meet a condition. */
export interface GrantedMask {
  readonly mask: Mask;
  /** Over fields of the same resource that the grant shows in clear. In the rows that meet it, no mask is put on. */
  readonly clearWhere?: Condition | undefined;
}

/** What was approved for one field. A form that is left out follows from the field's level. */
export interface FieldGrant {
  readonly form?: 'WITHHELD' | 'CLEAR' | GrantedMask | undefined;
  /** If left out: FILTER, SORT and GROUP for a field that is shown in clear, else none. */
  readonly uses?: readonly Use[] | undefined;
  readonly approvedBy?: readonly Approver[] | undefined;
}

/**
 * What a verification tells besides its result: which claims do not hold, and whether the key was found.
 * Each must be granted, because each tells more to somebody who tries values out.
 */
export interface VerificationGrant {
  readonly tellMismatches: boolean;
  readonly tellNotFound: boolean;
}

/** A verification that tells only MATCH or NO_MATCH. */
export const tellsResultOnly: VerificationGrant = Object.freeze({
  tellMismatches: false,
  tellNotFound: false,
});

/** What was approved for one resource. */
export interface ResourceGrant {
  readonly reach: readonly Reach[];
  /** By field name. A field that is not named is not granted. */
  readonly fields: ReadonlyMap<string, FieldGrant>;
  /** Names of the links that may be followed. */
  readonly links: readonly string[];
  readonly rows: Condition;
  /** Whether rows about people under 14 are in scope. */
  readonly minors: boolean;
  /** If left out, a verification tells its result only. */
  readonly verification?: VerificationGrant | undefined;
}

/** One approved application of one client: what it may see, for which purpose, until when. */
export interface Grant {
  readonly id: GrantId;
  readonly client: ClientId;
  readonly purpose: PurposeCode;
  /** The scenario of the application, as `school-enrolment`. Items necessary only in others are barred. */
  readonly scenario: string | null;
  /** Milliseconds since the epoch. From this moment on, the grant is not in force. */
  readonly validUntil: number;
  readonly resources: ReadonlyMap<string, ResourceGrant>;
}
