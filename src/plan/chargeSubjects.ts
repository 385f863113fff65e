import { ExchangeError } from '../errors/exchangeError.js';

import type { Limits } from './limits.js';
import type { SubjectCharge, SubjectCounter } from './subjectCounter.js';

/**
 * Counts those whom a request asks for, before any source is asked: so that it says nothing of the data.
 * Where one is beyond the limit, the request is refused and nothing of it is counted.
 *
 * @throws {ExchangeError} QUOTA_EXCEEDED; NOT_READY where it cannot be counted
 */
export async function chargeSubjects(
  charge: SubjectCharge,
  limits: Pick<Limits, 'maxSubjectLookups'>,
  counter: SubjectCounter,
): Promise<void> {
  const charged = await counter.charge(charge, limits);
  if (charged.kind === 'counted') return;
  throw new ExchangeError(
    'QUOTA_EXCEEDED',
    `Under one grant, each person or body is looked up and verified at most ${limits.maxSubjectLookups} times a day, found or not; this request would go beyond that for one of its keys. Ask for it another day.`,
  );
}
