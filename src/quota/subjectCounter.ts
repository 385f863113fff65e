import type { GrantId } from '../shared/brand.js';

/** A person or body that a request asks for by key, even if nobody has that key. */
export interface AskedSubject {
  /**
   * `of` and the key: equal only for the same subject. It holds a value, so it is never passed on
   * in clear.
   */
  readonly id: string;
  /**
   * What its key is: an element, such as `citizen-id`, or the key of one resource, such as
   * `Pupil.cardNo`.
   */
  readonly of: string;
  /** How many times the request asks for it. Aliases and repeated keys count. */
  readonly times: number;
}

/** The subjects that a request asks for, and under which grant. */
export interface SubjectCharge {
  readonly grant: GrantId;
  /** Today's date in the channel's time zone, as YYYY-MM-DD. */
  readonly day: string;
  /** Each once. */
  readonly asked: readonly AskedSubject[];
}

/** A subject that was asked for under so many grants in one day that somebody should look. */
export interface NoticedSubject extends Pick<AskedSubject, 'id' | 'of'> {
  /** Those grants, in the order of their ids. */
  readonly grants: readonly GrantId[];
}

/** What is told of a noticed subject. It does not say who it is. */
export interface SubjectAlert extends Pick<NoticedSubject, 'of' | 'grants'> {
  /** Its id as a keyed hash, equal for the same subject. */
  readonly subject: string;
}

/** The result of a charge: alerts, and whom to tell once they are on record. */
export interface Noticed {
  readonly alerts: readonly SubjectAlert[];
  readonly raised: () => Promise<void>;
}

export const noneNoticed: Noticed = { alerts: [], raised: () => Promise.resolve() };

/** Whether a charge was counted. It is counted as a whole or not at all. */
export type Charged =
  /** A subject is noticed from this number of grants on, until its alert is on record. */
  | { readonly kind: 'counted'; readonly noticed: readonly NoticedSubject[] }
  /** One of the subjects would be asked for too often. */
  | { readonly kind: 'exceeded' }
  /** The grant would ask for too many different subjects. */
  | { readonly kind: 'tooMany' };

export interface SubjectLimits {
  /** How often one person or body may be looked up or verified under one grant, in a day. */
  readonly maxSubjectLookups: number;
  /** How many different people and bodies one grant may ask for in a day. */
  readonly maxSubjects: number;
  /** The number of grants, in one day, from which a person or body is noticed. */
  readonly noticedGrants: number;
}

/** The port of counts: how often each subject is asked for under each grant in a day. */
export interface SubjectCounter {
  /** @throws {ExchangeError} NOT_READY where it cannot be counted */
  charge(charge: SubjectCharge, limits: SubjectLimits): Promise<Charged>;
  /** Notes that an alert of these subjects is on record. They are not noticed again that day. */
  raised(day: string, ids: readonly string[]): Promise<void>;
}

/** An open counter, which lives as long as its gateway. */
export interface OpenSubjectCounter extends SubjectCounter {
  /**
   * Looks whether it could forget a count. Where it cannot be asked now, it looks before it counts.
   *
   * @throws {Error} saying what would be right
   */
  check(): Promise<void>;
  /** Whether it can count now. */
  isReady(): Promise<boolean>;
  close(): Promise<void>;
}
