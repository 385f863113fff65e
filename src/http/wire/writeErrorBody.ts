import type { ExchangeError } from '../../errors/exchangeError.js';
import { formatError } from '../../errors/formatError.js';

/** Writes the body of an answer that is one error. */
export function writeErrorBody(error: ExchangeError, requestId: string): string {
  return JSON.stringify({
    errors: [formatError(error)],
    extensions: { tongdao: { requestId } },
  });
}
