import type { GrantId } from '../shared/brand.js';

/** A person or body that a request asks for by key, whether or not anybody has it. */
export interface AskedSubject {
  /** `of` and the key: equal only for the same subject. Holds a value, so it goes nowhere in clear. */
  readonly id: string;
  /** What its key is: an element, as `citizen-id`, or the key of one resource, as `Pupil.cardNo`. */
  readonly of: string;
  /** How many times the request asks: aliases and repeated keys count each. */
  readonly times: number;
}

/** Whom a request asks for, under which grant. */
export interface SubjectCharge {
  readonly grant: GrantId;
  /** The day, as YYYY-MM-DD, where the channel is. */
  readonly day: string;
  /** Each once. */
  readonly asked: readonly AskedSubject[];
}

/** A subject who has now been asked for under so many grants in a day that somebody should look. */
export interface NoticedSubject extends Pick<AskedSubject, 'id' | 'of'> {
  /** Those grants, in the order of their ids. */
  readonly grants: readonly GrantId[];
}

/** What is told of a subject who was noticed: not who it is. */
export interface SubjectAlert extends Pick<NoticedSubject, 'of' | 'grants'> {
  /** Its id as a keyed hash, equal for the same subject. */
  readonly subject: string;
}

/** What a charge leads to: alerts, and whom to tell once they are on record. */
export interface Noticed {
  readonly alerts: readonly SubjectAlert[];
  readonly raised: () => Promise<void>;
}

export const noneNoticed: Noticed = { alerts: [], raised: () => Promise.resolve() };

/** What became of a charge: it is counted whole or not at all. */
export type Charged =
  /** Subjects are noticed from so many grants on, until an alert of them is on record. */
  | { readonly kind: 'counted'; readonly noticed: readonly NoticedSubject[] }
  | { readonly kind: 'exceeded' };

export interface SubjectLimits {
  /** How often one person or body may be looked up or verified under one grant, in a day. */
  readonly maxSubjectLookups: number;
  /** From how many grants on, under which one person or body is asked for in a day, that is noticed. */
  readonly noticedGrants: number;
}

/** The port of counts: how often each subject is asked for under each grant in a day. */
export interface SubjectCounter {
  /** @throws {ExchangeError} NOT_READY where it cannot be counted */
  charge(charge: SubjectCharge, limits: SubjectLimits): Promise<Charged>;
  /** Takes note that an alert of these subjects is on record: that day, they are noticed no more. */
  raised(day: string, ids: readonly string[]): Promise<void>;
}

/** A counter that is open, as long as a gateway runs. */
export interface OpenSubjectCounter extends SubjectCounter {
  /** Whether it can be asked now. */
  isReady(): Promise<boolean>;
  close(): Promise<void>;
}
