import type { Mask } from '../../mask/mask.js';
import type { ClientId, GrantId, PurposeCode } from '../../shared/brand.js';

import type { Condition } from './condition.js';
import type { Reach, Use } from './use.js';

/**
 * Who has approved that a field be shown in clear; CASE stands for an approval of the single case,
 * without which nothing of important data leaves.
 */
export const approvers = ['PROVIDER', 'AUTHORITY', 'CASE'] as const;
export type Approver = (typeof approvers)[number];

/** What was approved for one field. What is left out is decided by the field's level. */
export interface FieldGrant {
  readonly form?: 'WITHHELD' | 'CLEAR' | { readonly mask: Mask } | undefined;
  /** Left out: FILTER, SORT and GROUP where the form comes out clear, else none. */
  readonly uses?: readonly Use[] | undefined;
  readonly approvedBy?: readonly Approver[] | undefined;
}

/**
 * What a verification tells besides whether all that is claimed holds: which claims do not, and
 * whether anybody was found. Each is an answer of its own to whoever tries values out.
 */
export interface VerificationGrant {
  readonly tellMismatches: boolean;
  readonly tellNotFound: boolean;
}

/** A verification that tells a match from all else, and no more. */
export const tellsResultOnly: VerificationGrant = Object.freeze({
  tellMismatches: false,
  tellNotFound: false,
});

/** What was approved for one resource. */
export interface ResourceGrant {
  readonly reach: readonly Reach[];
  /** By field name; a field that is not named is not granted. */
  readonly fields: ReadonlyMap<string, FieldGrant>;
  /** Names of the links that may be followed. */
  readonly links: readonly string[];
  readonly rows: Condition;
  /** Whether rows about those under 14 are in scope. */
  readonly minors: boolean;
  /** Left out: a verification tells its result only. */
  readonly verification?: VerificationGrant | undefined;
}

/** One approved application of one client: what it may see, for what, until when. */
export interface Grant {
  readonly id: GrantId;
  readonly client: ClientId;
  readonly purpose: PurposeCode;
  /** What it was applied for, as `school-enrolment`; items that are necessary in others are not in it. */
  readonly scenario: string | null;
  /** Milliseconds since the epoch; at and after it the grant is no longer in force. */
  readonly validUntil: number;
  readonly resources: ReadonlyMap<string, ResourceGrant>;
}
