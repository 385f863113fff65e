import { ExchangeError } from '../../errors/exchangeError.js';
import type { BoundPlan } from '../../plan/boundPlan.js';
import type { Row } from '../../source/row.js';
import type { Branches } from '../rowTree.js';

import type { Json } from './json.js';
import { pathInFull, type Path } from './path.js';

/** What the writing of an answer adds to, and the keys that its masks take. */
export interface Writing extends Pick<BoundPlan, 'hashKeys'> {
  readonly errors: ExchangeError[];
}

/** A null where the schema allows none: it takes away what holds it, up to what may be null. */
export class NullInNonNull extends Error {}

/** The error of a part of an answer, at its place. */
export function errorAt(place: Path, cause: unknown): ExchangeError {
  const path = pathInFull(place);
  return cause instanceof ExchangeError
    ? new ExchangeError(cause.code, cause.message, { path, cause: cause.cause })
    : new ExchangeError('INTERNAL', undefined, { path, cause });
}

/** The error of a value at the source that is none of its field's type. */
export function misfitAt(place: Path, field: string): ExchangeError {
  return errorAt(place, new TypeError(`a value at the source does not fit its field "${field}"`));
}

/** Writes what may be null: a fault within it leaves null and its error. */
export function nullable(write: () => Json): Json {
  try {
    return write();
  } catch (error) {
    if (error instanceof NullInNonNull) return null;
    throw error;
  }
}

/**
 * Writes the object of an answer from a row, values in their decided form, keys in the order asked.
 *
 * @throws {NullInNonNull} where a value is missing that the schema says is there
 */
export type WriteRow = (row: Row, branches: Branches, writing: Writing, path: Path) => Json;
