import type { GrantId } from '../shared/brand.js';
import { beginningOf, lengthOfDay } from '../shared/chinaCalendar.js';

import type {
  Charged,
  NoticedSubject,
  SubjectCharge,
  SubjectLimits,
  AskedSubject,
} from './subjectCounter.js';
import type { SubjectCounts } from './subjectCounts.js';

type Counts = Map<GrantId, number>;

/**
 * Counts in the memory of one gateway, for as long as the day lasts.
 *
 * No more than `most` subjects are kept: beyond, those who were asked for least are forgotten, and
 * everybody new is taken to have been asked for as often as these. So no one is ever counted less
 * than they were asked for, and whoever asks for a great many to be forgotten gains nothing by it but that
 * their grants are told apart no more.
 */
export class SubjectsInProcess implements SubjectCounts {
  readonly #now: () => number;
  readonly #most: number;
  #day = '';
  #counts = new Map<string, Counts>();
  /** Those of whom an alert is on record. */
  #raised = new Set<string>();
  /** How often everybody who is not kept is taken to have been asked for. */
  #forgotten = 0;
  #midnight: NodeJS.Timeout | undefined;

  /** @param now milliseconds since the epoch */
  constructor(now: () => number, most = 500_000) {
    this.#now = now;
    this.#most = most;
  }

  charge(
    { grant, day, asked }: SubjectCharge,
    { maxSubjectLookups, noticedGrants }: SubjectLimits,
  ): Promise<Charged> {
    // A request of before midnight, under way still, is of the day that has begun.
    if (day > this.#day) this.#begin(day);
    const isBeyond = ({ id, times }: AskedSubject) =>
      (this.#counts.get(id)?.get(grant) ?? this.#forgotten) + times > maxSubjectLookups;
    if (asked.some(isBeyond)) return Promise.resolve({ kind: 'exceeded' });
    const noticed: NoticedSubject[] = [];
    for (const { id, of, times } of asked) {
      const counts = this.#counts.get(id) ?? new Map<GrantId, number>();
      counts.set(grant, (counts.get(grant) ?? this.#forgotten) + times);
      this.#counts.set(id, counts);
      const isNoticed = counts.size >= noticedGrants && !this.#raised.has(id);
      if (isNoticed) noticed.push({ id, of, grants: [...counts.keys()].sort() });
    }
    if (this.#counts.size > this.#most) this.#makeRoom();
    return Promise.resolve({ kind: 'counted', noticed });
  }

  raised(day: string, ids: readonly string[]): Promise<void> {
    if (day === this.#day) for (const id of ids) this.#raised.add(id);
    return Promise.resolve();
  }

  isReady(): Promise<boolean> {
    return Promise.resolve(true);
  }

  close(): Promise<void> {
    clearTimeout(this.#midnight);
    return Promise.resolve();
  }

  /** Forgets the day before, at midnight at the latest, though nobody may ask then. */
  #begin(day: string): void {
    this.#forget();
    this.#day = day;
    const left = Date.parse(beginningOf(day)) + lengthOfDay - this.#now();
    clearTimeout(this.#midnight);
    this.#midnight = setTimeout(() => {
      this.#forget();
    }, left).unref();
  }

  #forget(): void {
    this.#counts = new Map();
    this.#raised = new Set();
    this.#forgotten = 0;
  }

  #makeRoom(): void {
    while (this.#counts.size > this.#most / 2) {
      this.#forgotten += 1;
      for (const [subject, counts] of this.#counts) {
        if (Math.max(...counts.values()) > this.#forgotten) continue;
        this.#counts.delete(subject);
        this.#raised.delete(subject);
      }
    }
  }
}
