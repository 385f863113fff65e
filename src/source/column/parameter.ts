import { clockText } from '../../shared/clockText.js';
import { decimalText } from '../../shared/decimalText.js';
import { isCalendarDay } from '../../shared/isCalendarDay.js';
import { shiftClock } from '../../shared/shiftClock.js';
import { timeText } from '../../shared/timeText.js';

import type { Column, Storage } from './column.js';

/**
 * A value encoded for the column that it is compared with. Whole numbers beyond 2^53 are digits.
 */
export type Parameter = string | number | boolean;

const wholeNumber = /^(?:0|-?[1-9][0-9]{0,19})$/;
const least = -(2n ** 63n);
const [most, mostUnsigned] = [2n ** 63n - 1n, 2n ** 64n - 1n];

/**
 * Encodes the digits of a 64-bit whole number. A source gives digits where a JavaScript number is
 * too small to hold the value. A column without negative numbers can be compared with them.
 */
function encodeDigits(digits: string, { isUnsigned }: Column): Parameter | undefined {
  if (!wholeNumber.test(digits)) return undefined;
  const exact = BigInt(digits);
  if (exact < least || exact > (isUnsigned ? mostUnsigned : most)) return undefined;
  return Number.isSafeInteger(Number(exact)) ? Number(exact) : digits;
}

const withBlank = (text: string) => (text[10] === 'T' ? text.replace('T', ' ') : text);

/** A lone surrogate would become another character on its way, and the comparison would match other rows. */
function wellFormed(value: unknown): string | undefined {
  return typeof value === 'string' && value.isWellFormed() ? value : undefined;
}

type Encoder = (value: unknown, column: Column) => Parameter | undefined;

const encoders: { readonly [Name in Storage]: Encoder } = {
  TEXT: wellFormed,
  INTEGER: (value, column) => {
    if (typeof value === 'boolean') return value ? 1 : 0;
    if (typeof value === 'string') return encodeDigits(value, column);
    return Number.isSafeInteger(value) ? (value as number) : undefined;
  },
  REAL: (value) => (typeof value === 'number' && Number.isFinite(value) ? value : undefined),
  DECIMAL: (value) => {
    if (typeof value === 'string') return decimalText(value);
    return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
  },
  TIME: (value) => (typeof value === 'string' ? timeText(value) : undefined),
  // What an operation states has a T; what a source holds has a blank.
  DATETIME: (value) => (typeof value === 'string' ? clockText(withBlank(value)) : undefined),
  // What an operation states of instants ends with the Z of UTC; what a source holds does not.
  TIMESTAMP: (value) =>
    typeof value === 'string' ? clockText(withBlank(value.replace(/Z$/, ''))) : undefined,
  DATE: (value, { asHeld }) =>
    typeof value === 'string' && (asHeld || isCalendarDay(value)) ? value : undefined,
  BOOLEAN: (value) => (typeof value === 'boolean' ? value : undefined),
  // Nothing is compared with a document.
  JSON: () => undefined,
  // A text that stands for no bytes finds nothing, as one that is no UUID does.
  // A list is asked for what it holds.
  LIST: (value, column) => {
    const storage = column.elements?.storage;
    return storage && storage !== 'LIST' ? encoders[storage](value, column) : undefined;
  },
  BYTES: (value, { reading }) => (reading?.kind === 'bytes' ? wellFormed(value) : undefined),
  OTHER: () => undefined,
};

/** How the texts of a column are read that holds days or times. */
const calendars = { DAY: 'DATE', TIME: 'TIME', MOMENT: 'DATETIME' } as const;

/**
 * Encodes a value for the column that it is compared with, so that the source does not convert it.
 * (On some sources, a number bound to a text column matches every text that begins with it.)
 *
 * @returns undefined for a value that the column cannot hold
 */
export function encodeParameter(column: Column, value: unknown): Parameter | undefined {
  const { calendar, reading, storage } = column;
  if (reading?.kind === 'codes') return reading.codes.find((code) => code.value === value)?.value;
  if (reading?.kind === 'clock') {
    const instant = encoders.TIMESTAMP(value, column);
    const isHeld = instant !== undefined && shiftClock(String(instant), reading.offset);
    return isHeld === undefined || isHeld === false ? undefined : instant;
  }
  // Texts too may be read as days or times, and whole numbers by their digits.
  const isRead = calendar && (storage === 'TEXT' || reading);
  return encoders[isRead ? calendars[calendar] : storage](value, column);
}
