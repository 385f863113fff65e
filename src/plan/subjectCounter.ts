import type { GrantId } from '../shared/brand.js';

import type { AskedSubject } from './askedSubjects.js';
import type { Limits } from './limits.js';

/** Whom a request asks for, under which grant. */
export interface SubjectCharge {
  readonly grant: GrantId;
  /** The day, as YYYY-MM-DD, where the channel is. */
  readonly day: string;
  /** Each once. */
  readonly asked: readonly AskedSubject[];
}

/** What became of a charge: it is counted whole or not at all. */
export type Charged = { readonly kind: 'counted' } | { readonly kind: 'exceeded' };

/** Counts how often each subject is asked for under each grant in a day. */
export interface SubjectCounter {
  /** @throws {ExchangeError} NOT_READY where it cannot be counted */
  charge(charge: SubjectCharge, limits: Pick<Limits, 'maxSubjectLookups'>): Promise<Charged>;
}
