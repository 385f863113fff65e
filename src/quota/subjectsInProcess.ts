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
 * Counts in the memory of one gateway, one day at a time. Each grant has a bound of its own on how many
 * subjects it makes the gateway remember, so that nothing that one asks for is refused, or forgotten,
 * because of what another asked for.
 */
export class SubjectsInProcess implements OpenSubjectCounter {
  readonly #now: () => number;
  #day = '';
  #counts = new Map<string, Counts>();
  /** How many subjects each grant asked for. */
  #subjects = new Map<GrantId, number>();
  /** The subjects with an alert on record. */
  #raised = new Set<string>();
  #midnight: NodeJS.Timeout | undefined;

  /** @param now milliseconds since the epoch */
  constructor(now: () => number) {
    this.#now = now;
  }

  charge(
    { grant, day, asked }: SubjectCharge,
    { maxSubjectLookups, maxSubjects, noticedGrants }: SubjectLimits,
  ): Promise<Charged> {
    // A request that began before midnight and is still under way counts for the new day.
    if (day > this.#day) this.#begin(day);
    const countOf = ({ id }: AskedSubject) => this.#counts.get(id)?.get(grant) ?? 0;
    if (asked.some((one) => countOf(one) + one.times > maxSubjectLookups)) {
      return Promise.resolve({ kind: 'exceeded' });
    }
    const added = asked.filter((one) => countOf(one) === 0).length;
    const subjects = (this.#subjects.get(grant) ?? 0) + added;
    if (added > 0 && subjects > maxSubjects) return Promise.resolve({ kind: 'tooMany' });
    this.#subjects.set(grant, subjects);
    const noticed: NoticedSubject[] = [];
    for (const one of asked) {
      const { id, of, times } = one;
      const counts = this.#counts.get(id) ?? new Map<GrantId, number>();
      counts.set(grant, countOf(one) + times);
      this.#counts.set(id, counts);
      const isNoticed = counts.size >= noticedGrants && !this.#raised.has(id);
      if (isNoticed) noticed.push({ id, of, grants: [...counts.keys()].sort() });
    }
    return Promise.resolve({ kind: 'counted', noticed });
  }

  raised(day: string, ids: readonly string[]): Promise<void> {
    if (day === this.#day) for (const id of ids) this.#raised.add(id);
    return Promise.resolve();
  }

  check(): Promise<void> {
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
    this.#subjects = new Map();
    this.#raised = new Set();
  }
}
