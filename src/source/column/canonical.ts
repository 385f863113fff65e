import { clockText } from '../../shared/clockText.js';
import { decimalText } from '../../shared/decimalText.js';
import { timeText } from '../../shared/timeText.js';
import type { SqlValue } from '../row.js';

import type { Column } from './column.js';
import type { Parameter } from './parameter.js';

// Letters of other alphabets are no part of such texts, and databases fold them in ways of their own.
function toUpper(text: string): string {
  if (!hasBetween(text, 0x61, 0x7a)) return text;
  return text.replace(/[a-z]+/g, (letters) => letters.toUpperCase());
}

function toLower(text: string): string {
  if (!hasBetween(text, 0x41, 0x5a)) return text;
  return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

/** Keys of all rows pass here, and most are digits alone: a loop is much faster than an expression. */
function hasBetween(text: string, first: number, last: number): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit >= first && unit <= last) return true;
  }
  return false;
}

/** Of a list, the same of each element, without a blank between. */
function canonicalList({ elements }: Column, value: string): string {
  const decimal = (one: unknown) => decimalText(String(one)) ?? one;
  const held = JSON.parse(value) as readonly unknown[];
  return JSON.stringify(elements?.storage === 'DECIMAL' ? held.map(decimal) : held);
}

/**
 * The canonical spelling of a value of a column: of a decimal, a time or a moment without the zeros that
 * its column adds, of a UUID and of bytes in small letters. Every other value is its own.
 */
export function canonical<Value extends SqlValue>(column: Column, value: Value): Value | string {
  if (typeof value !== 'string') return value;
  if (column.storage === 'LIST') return canonicalList(column, value);
  if (column.storage === 'DECIMAL') return decimalText(value) ?? value;
  if (column.eitherCase) return toUpper(value);
  if (column.isUuid || column.reading?.kind === 'bytes') return toLower(value);
  // A text is compared as it stands: written in another way, it is no time at all.
  if (column.storage === 'TEXT') return value;
  if (column.calendar === 'MOMENT') return clockText(value) ?? value;
  if (column.calendar === 'TIME') return timeText(value) ?? value;
  return value;
}

/** The spellings of a value that a source may hold. */
export function spellingsOf(column: Column, value: Parameter): readonly Parameter[] {
  if (!column.eitherCase || typeof value !== 'string') return [value];
  const [upper, lower] = [toUpper(value), toLower(value)];
  return upper === lower ? [upper] : [upper, lower];
}
