import { ExchangeError } from '../../errors/exchangeError.js';
import type { Column } from '../../source/column/column.js';
import { encodeKey } from '../../source/column/encodeKey.js';
import type { Parameter } from '../../source/column/parameter.js';
import type { Key } from '../../source/request/key.js';

/** Encodes the parts of a key for their columns; undefined where a column cannot hold one. */
function encodeParts(columns: readonly Column[], parts: readonly unknown[]): Key | undefined {
  const key = columns.flatMap((column, at): readonly Parameter[] => {
    const parameter = encodeKey(column, parts[at]);
    return parameter === undefined ? [] : [parameter];
  });
  return key.length === columns.length ? key : undefined;
}

/**
 * Encodes a key, whose parts are arguments, for the columns that it is compared with.
 *
 * @param names of the arguments
 * @param root the root field that they are of
 * @throws {ExchangeError} BAD_USER_INPUT
 */
export function bindKey(
  columns: readonly Column[],
  names: readonly string[],
  given: Readonly<Record<string, unknown>>,
  root: string,
): Key {
  return columns.map((column, at) => {
    const name = names[at] ?? '';
    const parameter = encodeKey(column, given[name]);
    if (parameter !== undefined) return parameter;
    throw new ExchangeError(
      'BAD_USER_INPUT',
      `Argument "${name}" of "${root}" takes a well-formed value of its type.`,
    );
  });
}

/**
 * Encodes keys for the columns that they are compared with.
 *
 * @param place where they stand: `"idNos" of "residentsByIdNo"`
 * @throws {ExchangeError} LIMIT_EXCEEDED for more than `most`; BAD_USER_INPUT with the index, from
 *   0, of the first malformed key
 */
export function bindKeys(
  columns: readonly Column[],
  keys: readonly (readonly unknown[])[],
  place: string,
  most: number,
): readonly Key[] {
  if (keys.length > most) {
    throw new ExchangeError(
      'LIMIT_EXCEEDED',
      `Argument ${place} takes at most ${most} members; this one has ${keys.length}.`,
    );
  }
  return keys.map((parts, index) => {
    const key = encodeParts(columns, parts);
    if (key) return key;
    throw new ExchangeError(
      'BAD_USER_INPUT',
      `Argument ${place} takes well-formed keys of their type; what stands at ${index} is none.`,
    );
  });
}
