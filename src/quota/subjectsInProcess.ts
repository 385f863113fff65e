import type { GrantId } from '../shared/brand.js';
import { beginningOf, lengthOfDay } from '../shared/chinaCalendar.js';

import type {
  AskedSubject,
  Charged,
  NoticedSubject,
  OpenSubjectCounter,
  SubjectCharge,
  SubjectLimits,
} from './subjectCounter.js';

type Counts = Map<GrantId, number>;

/**
 * Counts in the memory of one gateway, one day at a time.
 *
 * At most `most` subjects are kept. When there are more, those with the lowest counts are
 * forgotten, and every new subject starts with the highest count that was forgotten. So no count is
 * ever too low. A client that asks for very many subjects, to have one forgotten, cannot lower that
 * one's count. Only the list of grants that asked for it is lost.
 */
export class SubjectsInProcess implements OpenSubjectCounter {
  readonly #now: () => number;
  readonly #most: number;
  #day = '';
  #counts = new Map<string, Counts>();
  /** The subjects with an alert on record. */
  #raised = new Set<string>();
  /** The count that a subject starts with when it is not kept. */
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
    // A request that began before midnight and is still under way counts for the new day.
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

  /** Begins a day, and forgets it at midnight even if no request comes then. */
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
