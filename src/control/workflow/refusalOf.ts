import { ExchangeError } from '../../errors/exchangeError.js';

/** The refusal of a change, with everything that does not fit. */
export function refusalOf(...problems: readonly string[]): ExchangeError {
  return new ExchangeError(
    'BAD_USER_INPUT',
    `A change fits the policy that is there, and the catalog; this one does not: ${problems.join('; ')}.`,
  );
}
