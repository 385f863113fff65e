import { ExchangeError } from '../../errors/exchangeError.js';
import type { BoundPlan } from '../../plan/boundPlan.js';

import type { Scalar } from './readValue.js';

/** A place in an answer, by its parent: most are never told, so none is written out before it is. */
export interface Path {
  readonly prev: Path | null;
  readonly key: string | number;
}

export function at(prev: Path | null, key: string | number): Path {
  return { prev, key };
}

function written(path: Path): readonly (string | number)[] {
  return path.prev ? [...written(path.prev), path.key] : [path.key];
}
export type Json = Scalar | readonly Json[] | { readonly [key: string]: Json };

/** A null where the schema allows none: it takes away what holds it, up to what may be null. */
export class NullInNonNull extends Error {}

/** What the assembly of an answer adds to, and the keys that its masks take. */
export interface Assembly extends Pick<BoundPlan, 'hashKeys'> {
  readonly errors: ExchangeError[];
}

export function errorAt(place: Path, cause: unknown): ExchangeError {
  const path = written(place);
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
