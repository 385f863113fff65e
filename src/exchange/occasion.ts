import { ExchangeError } from '../errors/exchangeError.js';
import type { BoundPlan } from '../plan/boundPlan.js';

/** Why a request is made: who at the requesting agency asks, and for which case, as keyed hashes. */
export interface Occasion {
  /** Null where it was not stated. */
  readonly actingUser: string | null;
  readonly caseReference: string | null;
}

/** @throws {ExchangeError} BAD_USER_INPUT where the plan needs an occasion that was not stated */
export function checkOccasion(
  plan: Pick<BoundPlan, 'needsOccasion'>,
  { actingUser, caseReference }: Occasion,
): void {
  if (!plan.needsOccasion || (actingUser !== null && caseReference !== null)) return;
  throw new ExchangeError(
    'BAD_USER_INPUT',
    'A lookup or verification of data of level L3 or above states who acts and for which case, in the headers `acting-user` and `case-reference`; this one does not state both.',
  );
}
