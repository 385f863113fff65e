import { model, type ModelRow, type ModelValue, type TypeName } from '../universe/model.js';

/** Whether the calendar has a day of this name. */
export function isDay(value: unknown): boolean {
  const date = new Date(`${String(value)}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(`${String(value)}T`);
}

/** Whether a clock ever shows this in a day. */
export function isTime(value: unknown): boolean {
  return /^([01]\d|2[0-3])(:[0-5]\d){2}(\.\d{0,5}[1-9])?$/.test(String(value));
}

/** Whether a clock ever shows this. */
export function isMoment(value: unknown): boolean {
  const [day, time = ''] = String(value).split('T');
  return isDay(day) && isTime(time);
}

/** Whether it is told by the clock of UTC. */
export function isInstant(value: unknown): boolean {
  const text = String(value);
  return text.endsWith('Z') && isMoment(text.slice(0, -1));
}

/** What a clock shows that is eight hours ahead. */
function shownInChina(instant: string): string {
  const [second = '', fraction = ''] = instant.slice(0, -1).split('.');
  const shown = new Date(Date.parse(`${second}Z`) + 8 * 3_600_000).toISOString().slice(0, 19);
  return `${shown.replace('T', ' ')}${fraction === '' ? '' : `.${fraction}`}`;
}

/** "Its numbers are those that a double keeps." */
export function isDocument(value: unknown): boolean {
  try {
    JSON.parse(String(value));
  } catch {
    return false;
  }
  return !/[0-9]{17}/.test(String(value));
}

/** How a source holds a value: in the format of its column, or what is none as it stands. */
export function heldAs(type: TypeName, name: string, value: ModelValue): ModelValue {
  const { format, codes } = model[type].fields[name] ?? {};
  const text = String(value);
  if (text.startsWith('raw:')) return text.slice('raw:'.length);
  if (codes && value !== null) return codes[text]!;
  if (isInstant(text)) return shownInChina(text);
  if (format === undefined || value === null) return writtenAs(type, name, value);
  return text.replace(/[-T:]/g, '');
}

/** The day of birth in a citizen's number, as GB 11643 has it; undefined where it is none. */
export function birthIn(number: unknown): string | undefined {
  const text = String(number);
  const [, long, short] =
    /^[0-9]{6}(?:([0-9]{8})[0-9]{3}[0-9Xx]|([0-9]{6})[0-9]{3})$/.exec(text) ?? [];
  // The check digit makes the weighted sum of all leave 1 of 11; the weights are the powers of 2.
  const sum = Array.from(text).reduce((so, digit, at) => {
    const value = digit.toUpperCase() === 'X' ? 10n : BigInt(Number(digit) || 0);
    return so + value * 2n ** BigInt(17 - at);
  }, 0n);
  if (long !== undefined && sum % 11n !== 1n) return undefined;
  const digits = long ?? (short === undefined ? '' : `19${short}`);
  const day = `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`;
  return isDay(day) ? day : undefined;
}

/** How a source writes what is told of a value. */
export function writtenAs(type: TypeName, name: string, value: ModelValue): ModelValue {
  const { type: scalar = '' } = model[type].fields[name] ?? {};
  if (value === null || !['LocalDateTime', 'DateTime'].includes(scalar)) return value;
  return String(value).replace('T', ' ').replace(/Z$/, '');
}

/** What a mask is put on: a column that is read otherwise than it is held brings nothing of what is no value. */
export function maskedAs(type: TypeName, name: string, value: ModelValue): ModelValue {
  const { type: scalar = '', format, codes, isBytes } = model[type].fields[name] ?? {};
  // Of other bytes there is no text that could be hashed.
  if (isBytes && isMisfit(type, name, value)) return false;
  const isRead = format !== undefined || codes !== undefined || scalar === 'DateTime';
  return isRead && isMisfit(type, name, value) ? '' : writtenAs(type, name, value);
}

const clocks = ['Date', 'Time', 'LocalDateTime', 'DateTime'];

/** What is no day, no code and no id is as a null. */
function isNone(type: TypeName, name: string, value: unknown): boolean {
  const { type: scalar = '', codes, isBytes } = model[type].fields[name] ?? {};
  const isRead = codes !== undefined || isBytes === true || clocks.includes(scalar);
  return isRead && isMisfit(type, name, value);
}

/** Whether a source holds what is none of the field's type. */
export function isMisfit(type: TypeName, name: string, value: unknown): boolean {
  if (value === null) return false;
  switch (model[type].fields[name]?.type) {
    case 'Date':
      return !isDay(value);
    case 'Time':
      return !isTime(value);
    case 'LocalDateTime':
      return !isMoment(value);
    case 'DateTime':
      return !isInstant(value);
    // Of 32 bits (GraphQL specification, 3.5.1).
    case 'Int':
      return Math.abs(Number(value) + 0.5) > 2 ** 31;
    case 'Boolean':
      return typeof value !== 'boolean';
    case 'Grade':
      return typeof value === 'string' && value.startsWith('raw:');
    case 'JSON':
      return !isDocument(value);
    case 'ID':
      return typeof value === 'string' && value.startsWith('raw:');
    case 'BigInt':
    case 'Decimal':
    case 'String':
    case 'List':
    case undefined:
      return false;
  }
}

/** "Has more bytes than are fetched." */
export function isTooLarge(type: TypeName, name: string, value: unknown): boolean {
  const { larges = [] } = model[type].fields[name] ?? {};
  return larges.some((large) => large === value);
}

/** A row as a statistic counts it: what is too large is of the rest. */
export function countedOf(type: TypeName, row: ModelRow): ModelRow {
  const counted = Object.entries(meaningOf(type, row)).map(([name, value]) => [
    name,
    isTooLarge(type, name, value) ? null : value,
  ]);
  return Object.fromEntries(counted) as ModelRow;
}

/** A row as it is compared, sorted and counted: "what is no day, no code and no id is a null". */
export function meaningOf(type: TypeName, row: ModelRow): ModelRow {
  const read = Object.entries(row).map(([name, value]) => [
    name,
    isNone(type, name, value) ? null : value,
  ]);
  return Object.fromEntries(read) as ModelRow;
}
