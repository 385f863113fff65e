import type { SqlValue } from '../row.js';

import { canonical } from './canonical.js';
import type { Column } from './column.js';
import { encodeParameter, type Parameter } from './parameter.js';
import { isTooLarge, tooLarge } from './tooLarge.js';

/**
 * Encodes a value by which rows are found: a key that is looked up, or followed along a link. Two
 * spellings of one text are one key.
 *
 * @returns undefined for a value that the column cannot hold, or that no row brings, since it is too large
 */
export function encodeKey(column: Column, value: unknown): Parameter | undefined {
  const parameter = encodeParameter(column, value);
  if (parameter === undefined) return undefined;
  const { bound = Infinity } = column;
  const isTold = typeof parameter !== 'string' || Buffer.byteLength(parameter) <= bound;
  return isTold ? canonical(column, parameter) : undefined;
}

/**
 * Encodes what a row holds, to find that row or others by it.
 *
 * @returns undefined for what is no value of the column, as it is read
 */
export function encodeHeld(column: Column, value: SqlValue): Parameter | undefined {
  if (isTooLarge(column, value)) return undefined;
  // SQLite keeps digits as a number in a column that is declared for days, and finds it by the digits.
  const isNumber = column.storage === 'TEXT' && typeof value === 'number';
  const parameter = encodeParameter(column, isNumber ? String(value) : value);
  // Texts are compared as they stand, so a day or a time is written in one way.
  const isOther = column.storage === 'TEXT' && column.calendar && parameter !== value;
  return isOther ? undefined : parameter;
}

/** Encodes the key that a row holds, which a link follows; the column may be that at its other end. */
export function encodeHeldKey(column: Column, value: SqlValue): Parameter | undefined {
  if (value === tooLarge) return undefined;
  const parameter = encodeHeld(column, value);
  return parameter === undefined ? undefined : canonical(column, parameter);
}
