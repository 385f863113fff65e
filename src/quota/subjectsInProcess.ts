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
 * Counts in the memory of one gateway, for as long as the day lasts.
 *
 * At most `most` subjects are kept. Where there are more, those who were asked for least are forgotten, and
 * whoever comes new is taken to have been asked for as often as the forgotten were. So nobody is ever
 * counted too low. A client that asks for a great many, to have somebody forgotten, does not lower that
 * one's count; only the list of grants that asked for that one is lost.
 */
export class SubjectsInProcess implements OpenSubjectCounter {
  readonly #now: () => number;
  readonly #most: number;
  #day = '';
  #counts = new Map<string, Counts>();
  /** Those of whom an alert is on record. */
  #raised = new Set<string>();
  /** How often each who is not kept is taken to have been asked for. */
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
    // A request that came before midnight and is still under way counts for the day that has begun.
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

  /** Begins a day, and sees to it that it is forgotten at midnight, though nobody may ask then. */
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
