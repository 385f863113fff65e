import { errorCodes, type ErrorCode } from './errorCode.js';

/** The place of an error in a document. Line and column count from 1. */
export interface Location {
  readonly line: number;
  readonly column: number;
}

interface Details {
  /** The path of the part that the error removed from the answer. */
  readonly path?: readonly (string | number)[];
  readonly locations?: readonly Location[];
  /** Only for the log; never part of an answer. */
  readonly cause?: unknown;
}

/**
 * A deliberate refusal or failure that the requester may see unchanged. Its message gives the contract,
 * then the offence, and never a value, a statement or a host.
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
