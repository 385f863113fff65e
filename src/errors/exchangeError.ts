import { errorCodes, type ErrorCode } from './errorCode.js';

/** Where in a document an error lies; both from 1. */
export interface Location {
  readonly line: number;
  readonly column: number;
}

interface Details {
  /** The path in the answer that the error took away. */
  readonly path?: readonly (string | number)[];
  readonly locations?: readonly Location[];
  /** For the log alone; never part of an answer. */
  readonly cause?: unknown;
}

/**
 * A deliberate refusal or failure, fit to be shown to the requester as it stands: its message gives
 * the contract, then the offence, and never a value, a statement or a host.
 */
export class ExchangeError extends Error {
  readonly code: ErrorCode;
  readonly path: readonly (string | number)[] | undefined;
  readonly locations: readonly Location[] | undefined;

  constructor(code: ErrorCode, message: string = errorCodes[code].contract, details: Details = {}) {
    super(message, { cause: details.cause });
    this.name = 'ExchangeError';
    this.code = code;
    this.path = details.path;
    this.locations = details.locations;
  }

  /** The HTTP status of an answer without data. */
  get status(): number {
    return errorCodes[this.code].status;
  }
}
