import { ExchangeError } from './exchangeError.js';

/** Keeps a deliberate error. Any other becomes `INTERNAL`, with its cause only for the log. */
export function toExchangeError(thrown: unknown): ExchangeError {
  return thrown instanceof ExchangeError
    ? thrown
    : new ExchangeError('INTERNAL', undefined, { cause: thrown });
}
