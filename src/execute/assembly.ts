import { ExchangeError } from '../errors/exchangeError.js';
import type { BoundPlan } from '../plan/boundPlan.js';

import type { Scalar } from './readValue.js';

export type Path = readonly (string | number)[];
export type Json = Scalar | readonly Json[] | { readonly [key: string]: Json };

/** A null where the schema allows none: it takes away what holds it, up to what may be null. */
export class NullInNonNull extends Error {}

/** What the assembly of an answer adds to, and the keys that its masks take. */
export interface Assembly extends Pick<BoundPlan, 'hashKeys'> {
  readonly errors: ExchangeError[];
}

export function errorAt(path: Path, cause: unknown): ExchangeError {
  return cause instanceof ExchangeError
    ? new ExchangeError(cause.code, cause.message, { path, cause: cause.cause })
    : new ExchangeError('INTERNAL', undefined, { path, cause });
}

/** Assembles what may be null: a fault within it leaves null and its error. */
export function nullable(assemble: () => Json): Json {
  try {
    return assemble();
  } catch (error) {
    if (error instanceof NullInNonNull) return null;
    throw error;
  }
}
