import type { ErrorCode } from '../../../src/errors/errorCode.js';
import { ExchangeError } from '../../../src/errors/exchangeError.js';

/** What a refusal says to whoever asked. */
export interface Refusal {
  readonly code: ErrorCode;
  readonly message: string;
}

function told(error: unknown): Refusal {
  if (!(error instanceof ExchangeError)) throw error;
  return { code: error.code, message: error.message };
}

/** The deliberate refusal that a call ends in; whatever else happens fails the test. */
export function refusalOf(act: () => unknown): Refusal {
  try {
    act();
  } catch (error) {
    return told(error);
  }
  throw new Error('it was not refused');
}

export async function rejectionOf(promise: Promise<unknown>): Promise<Refusal> {
  try {
    await promise;
  } catch (error) {
    return told(error);
  }
  throw new Error('it was not refused');
}
