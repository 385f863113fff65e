import { ExchangeError } from '../errors/exchangeError.js';

import {
  noneNoticed,
  type Noticed,
  type SubjectCharge,
  type SubjectCounter,
  type SubjectLimits,
} from './subjectCounter.js';

/**
 * Counts the subjects that a request asks for, before any source is asked, so that a refusal says
 * nothing about the data. Where one subject is beyond the limit, the request is refused and nothing
 * of it is counted.
 *
 * @param conceal makes a keyed hash of a subject's id
 * @returns the subjects that were asked for under many grants by now
 * @throws {ExchangeError} QUOTA_EXCEEDED; NOT_READY where it cannot be counted
 */
export async function chargeSubjects(
  charge: SubjectCharge,
  limits: SubjectLimits,
  counter: SubjectCounter,
  conceal: (id: string) => string,
): Promise<Noticed> {
  const charged = await counter.charge(charge, limits);
  if (charged.kind === 'exceeded') {
    throw new ExchangeError(
      'QUOTA_EXCEEDED',
      `Under one grant, each person or body is looked up and verified at most ${limits.maxSubjectLookups} times a day, found or not; this request would go beyond that for one of its keys. Ask for it another day.`,
    );
  }
  if (charged.kind === 'tooMany') {
    throw new ExchangeError(
      'QUOTA_EXCEEDED',
      `Under one grant, at most ${limits.maxSubjects} different people and bodies are looked up and verified in a day, found or not; this request would go beyond that. Ask another day, or apply for a list.`,
    );
  }
  const { noticed } = charged;
  if (noticed.length === 0) return noneNoticed;
  const ids = noticed.map(({ id }) => id);
  return {
    alerts: noticed.map(({ id, of, grants }) => ({ of, grants, subject: conceal(id) })),
    raised: () => counter.raised(charge.day, ids),
  };
}
