import type { Mask } from '../mask/mask.js';
import type { ClientId, GrantId, PurposeCode } from '../shared/brand.js';

import type { Condition } from './condition.js';
import type { Reach, Use } from './use.js';

/** Who has approved that a field be shown in clear. */
export type Approver = 'PROVIDER' | 'AUTHORITY';

/** What was approved for one field. What is left out is decided by the field's level. */
export interface FieldGrant {
  readonly form?: 'WITHHELD' | 'CLEAR' | { readonly mask: Mask } | undefined;
  /** Left out: FILTER, SORT and GROUP where the form comes out clear, else none. */
  readonly uses?: readonly Use[] | undefined;
  readonly approvedBy?: readonly Approver[] | undefined;
}

/** What was approved for one resource. */
export interface ResourceGrant {
  readonly reach: readonly Reach[];
  /** By field name; a field that is not named is not granted. */
  readonly fields: ReadonlyMap<string, FieldGrant>;
  /** Names of the links that may be followed. */
  readonly links: readonly string[];
  readonly rows: Condition;
}

/** One approved application of one client: what it may see, for what, until when. */
export interface Grant {
  readonly id: GrantId;
  readonly client: ClientId;
  readonly purpose: PurposeCode;
  /** Milliseconds since the epoch; at and after it the grant is no longer in force. */
  readonly validUntil: number;
  readonly resources: ReadonlyMap<string, ResourceGrant>;
}
