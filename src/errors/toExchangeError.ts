import { ExchangeError } from './exchangeError.js';

/** Keeps a deliberate error; everything else is `INTERNAL`, its cause for the log alone. */
export function toExchangeError(thrown: unknown): ExchangeError {
  return thrown instanceof ExchangeError
    ? thrown
    : new ExchangeError('INTERNAL', undefined, { cause: thrown });
}
