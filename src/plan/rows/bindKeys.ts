import { ExchangeError } from '../../errors/exchangeError.js';
import type { Column } from '../../source/column.js';
import type { Parameter } from '../../source/parameter.js';
import { encodeKey } from '../../source/spelling.js';

/**
 * Encodes a key for the column that it is compared with.
 *
 * @param place where it stands: `"idNo" of "resident"`
 * @throws {ExchangeError} BAD_USER_INPUT
 */
export function bindKey(column: Column, key: unknown, place: string): Parameter {
  const parameter = encodeKey(column, key);
  if (parameter !== undefined) return parameter;
  throw new ExchangeError(
    'BAD_USER_INPUT',
    `Argument ${place} takes a well-formed value of its type.`,
  );
}

/**
 * Encodes keys for the column that they are compared with.
 *
 * @param place where they stand: `"idNos" of "residentsByIdNo"`
 * @throws {ExchangeError} LIMIT_EXCEEDED for more than `most`; BAD_USER_INPUT with the index, from
 *   0, of the first malformed key
 */
export function bindKeys(
  column: Column,
  keys: readonly unknown[],
  place: string,
  most: number,
): readonly Parameter[] {
  if (keys.length > most) {
    throw new ExchangeError(
      'LIMIT_EXCEEDED',
      `Argument ${place} takes at most ${most} members; this one has ${keys.length}.`,
    );
  }
  return keys.map((key, index) => {
    const parameter = encodeKey(column, key);
    if (parameter !== undefined) return parameter;
    throw new ExchangeError(
      'BAD_USER_INPUT',
      `Argument ${place} takes well-formed keys of their type; what stands at ${index} is none.`,
    );
  });
}
