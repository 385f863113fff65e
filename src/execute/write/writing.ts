import { ExchangeError } from '../../errors/exchangeError.js';
import { NotUnique } from '../../errors/notUnique.js';
import type { ValueMismatch } from '../../errors/valueMismatch.js';
import type { BoundPlan } from '../../plan/boundPlan.js';

import type { JsonOut } from './jsonOut.js';
import { pathInFull, type Path } from './path.js';

/** What the writing of an answer carries along: where it goes, its errors, and the keys of its masks. */
export interface Writing extends Pick<BoundPlan, 'hashKeys'> {
  readonly out: JsonOut;
  readonly errors: ExchangeError[];
}

/**
 * A null where the schema allows none. The nearest parent that may be null becomes null instead.
 */
export class NullInNonNull extends Error {}

/** The error of a part of an answer, with its path. */
export function errorAt(place: Path, cause: unknown): ExchangeError {
  const path = pathInFull(place);
  return cause instanceof ExchangeError
    ? new ExchangeError(cause.code, cause.message, { path, cause: cause.cause })
    : new ExchangeError('INTERNAL', undefined, { path, cause });
}

/** The error of a value that does not fit its field's type. */
export function mismatchAt(place: Path, cause: ValueMismatch): ExchangeError {
  const message = `A source holds values of the types of their fields; what it holds in ${cause.field} is of another.`;
  return new ExchangeError('VALUE_MISMATCH', message, { path: pathInFull(place), cause });
}

/** The error of a value that is larger than what is fetched. */
export function tooLargeAt(place: Path, field: string, bound = 0): ExchangeError {
  const message = `A value of a source is told up to ${bound} bytes; what it holds in ${field} is larger.`;
  return new ExchangeError('VALUE_TOO_LARGE', message, { path: pathInFull(place) });
}

/** The error of a cursor of a row that is sorted by a value that is larger than what is fetched. */
export function noCursorAt(place: Path, resource: string, bound = 0): ExchangeError {
  const message = `A cursor holds what its row is sorted by, each value up to ${bound} bytes; this one of ${resource} is sorted by a larger one, so that no page can begin or end here: ask for a page of another size, or in another order.`;
  return new ExchangeError('VALUE_TOO_LARGE', message, { path: pathInFull(place) });
}

/** The error of a part for which one row was needed, and several are alike. */
export function notUniqueAt(place: Path, resource: string): ExchangeError {
  const message = `A source holds one row at most of what tells rows apart; of ${resource} it holds several here, or one without a value.`;
  const cause = new NotUnique(resource);
  return new ExchangeError('NOT_UNIQUE', message, { path: pathInFull(place), cause });
}

/**
 * Writes a part that may be null. It becomes null where something inside it may not be null but is.
 */
export function nullable({ out }: Writing, write: () => void): void {
  const before = out.length;
  try {
    write();
  } catch (error) {
    if (!(error instanceof NullInNonNull)) throw error;
    out.cut(before);
    out.null();
  }
}
