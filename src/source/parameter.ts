import { isCalendarDay } from '../shared/isCalendarDay.js';

import type { Column, Storage } from './column.js';

/** A value encoded for the column that it is compared to; whole numbers beyond 2^53 as digits. */
export type Parameter = string | number | boolean;

const wholeNumber = /^(?:0|-?[1-9][0-9]{0,18})$/;
const [least, most] = [-(2n ** 63n), 2n ** 63n - 1n];

/** Digits of a whole number of 64 bits, as a source gives those that a JavaScript number cannot hold. */
function encodeDigits(digits: string): Parameter | undefined {
  if (!wholeNumber.test(digits)) return undefined;
  const exact = BigInt(digits);
  if (exact < least || exact > most) return undefined;
  return Number.isSafeInteger(Number(exact)) ? Number(exact) : digits;
}

const encoders: { readonly [Name in Storage]: (value: unknown) => Parameter | undefined } = {
  // A lone surrogate would become another character on its way, and so compare to other rows.
  TEXT: (value) => (typeof value === 'string' && value.isWellFormed() ? value : undefined),
  INTEGER: (value) => {
    if (typeof value === 'boolean') return value ? 1 : 0;
    if (typeof value === 'string') return encodeDigits(value);
    return Number.isSafeInteger(value) ? (value as number) : undefined;
  },
  REAL: (value) => (typeof value === 'number' && Number.isFinite(value) ? value : undefined),
  DECIMAL: (value) => {
    if (typeof value === 'string')
      return /^-?[0-9]{1,65}(?:\.[0-9]{1,38})?$/.test(value) ? value : undefined;
    return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
  },
  DATE: (value) => (typeof value === 'string' && isCalendarDay(value) ? value : undefined),
  BOOLEAN: (value) => (typeof value === 'boolean' ? value : undefined),
  OTHER: () => undefined,
};

/**
 * Encodes a value for the column that it is compared to, so that no source converts it. (A number
 * bound to a text column matches every text that begins with it on some.)
 *
 * @returns undefined for a value that the column cannot hold
 */
export function encodeParameter(column: Column, value: unknown): Parameter | undefined {
  return encoders[column.storage](value);
}
