import { clockText } from '../../shared/clockText.js';
import { isCalendarDay } from '../../shared/isCalendarDay.js';
import { shiftClock } from '../../shared/shiftClock.js';
import type { SqlValue } from '../row.js';

import { digitsOf, textOfDigits } from './bytesForm.js';
import type { Column } from './column.js';
import { isoFormat, rewrite, type DayFormat } from './dayFormat.js';
import type { Parameter } from './parameter.js';
import type { Reading } from './reading.js';

/** Stands in a row for what has no value as its column is read. No type has it for a value. */
export const unread = '';
/** Likewise for an identifier, which an empty text may be. */
export const unreadBytes: Uint8Array = new Uint8Array();

/** What the source holds for a value of a column. */
export function storedAs({ reading, storage }: Column, value: Parameter): Parameter {
  if (reading?.kind === 'codes') {
    return reading.codes.find((one) => one.value === value)?.code ?? value;
  }
  if (reading?.kind === 'clock') return shiftClock(String(value), reading.offset) ?? value;
  if (reading?.kind === 'bytes') return digitsOf(reading.form, String(value)) ?? value;
  if (reading?.kind !== 'format') return value;
  const { format } = reading;
  const text = rewrite(String(value), isoFormat(format.holds), format);
  return storage === 'INTEGER' ? Number(text) : text;
}

function isSound(text: string, holds: DayFormat['holds']): boolean {
  return holds === 'DAY' ? isCalendarDay(text) : clockText(text) === text;
}

/** A bit comes as a byte. */
function numberOf(value: SqlValue): SqlValue {
  return value instanceof Uint8Array && value.length === 1 ? (value[0] ?? null) : value;
}

/** What a value is read as that the source holds. */
export function readAs(reading: Reading, value: SqlValue): SqlValue {
  if (value === null || reading.kind === 'birth') return value;
  if (reading.kind === 'members') {
    return JSON.stringify(value === '' ? [] : String(value).split(','));
  }
  if (reading.kind === 'bytes') {
    const told = typeof value === 'string' ? textOfDigits(reading.form, value) : undefined;
    return told ?? unreadBytes;
  }
  if (reading.kind === 'codes') {
    const held = numberOf(value);
    return reading.codes.find(({ code }) => code === held)?.value ?? unread;
  }
  if (reading.kind === 'clock') {
    const shown = typeof value === 'string' ? clockText(value) : undefined;
    // A text is compared as it stands, so it is written in one way.
    if (shown === undefined || (reading.isText && shown !== value)) return unread;
    return shiftClock(shown, -reading.offset) ?? unread;
  }
  if (typeof value !== 'string' && typeof value !== 'number') return unread;
  const { format } = reading;
  const [stored, iso] = [String(value), isoFormat(format.holds)];
  const text = rewrite(stored, format, iso);
  return rewrite(text, iso, format) === stored && isSound(text, format.holds) ? text : unread;
}
