import { ExchangeError } from '../errors/exchangeError.js';

/**
 * Why a request is made: who at the requesting agency asks, and for which case. Both are keyed
 * hashes.
 */
export interface Occasion {
  /** Null where it is not stated. */
  readonly actingUser: string | null;
  readonly caseReference: string | null;
}

/**
 * Checks the occasion of an operation that looks up, verifies or exports data of level L3 or above. The plan
 * alone decides whether it must be stated, so a refusal says nothing about the data.
 *
 * @throws {ExchangeError} BAD_USER_INPUT where it is not stated
 */
export function checkOccasion({ actingUser, caseReference }: Occasion): void {
  if (actingUser !== null && caseReference !== null) return;
  throw new ExchangeError(
    'BAD_USER_INPUT',
    'A lookup, verification or export of data of level L3 or above states who acts and for which case, in the headers `acting-user` and `case-reference`; this one does not state both.',
  );
}
