import type { DayFormat } from '../../source/column/dayFormat.js';
import type { Code, Reading } from '../../source/column/reading.js';
import type { ColumnShape } from '../../source/sourceShape.js';

import type { Field } from './catalog.js';
import { whyNoBytes } from './whyNoBytes.js';

/** The decimal digits that a double keeps (IEEE 754). */
const digitsOfDouble = 15;

/** What is read of texts: how many characters it has, and one of it. */
const texts: Partial<
  Readonly<Record<Field['type'], { readonly length: number; readonly as: string }>>
> = {
  Date: { length: 10, as: '1990-03-07' },
  Time: { length: 8, as: '09:30:00' },
  LocalDateTime: { length: 19, as: '1990-03-07 09:30:00' },
  DateTime: { length: 19, as: '1990-03-07 09:30:00' },
};

/** Why no day can be of a format in a column. */
function whyNoDay({ text }: DayFormat, { length, range }: ColumnShape): string | undefined {
  if (length !== undefined && length < text.length) {
    return `holds texts of up to ${length} characters, and \`${text}\` has ${text.length}.`;
  }
  // The last day of the year 999 has one digit less than any that is a day.
  if (range && range.greatest < 10 ** (text.length - 1)) {
    return `holds whole numbers up to ${BigInt(range.greatest)}, and \`${text}\` has ${text.length} digits.`;
  }
  return undefined;
}

/** Why some code cannot be in a column. */
function whyNoCode(codes: readonly Code[], { length }: ColumnShape): string | undefined {
  const isLong = ({ code }: Code) =>
    length !== undefined && Array.from(String(code)).length > length;
  const long = codes.find(isLong);
  return long && `holds texts of up to ${length} characters, and \`${long.code}\` has more.`;
}

/** Why no value, or not each, of a column can be told as one of a type; undefined where each may be. */
export function whyUnfit(
  type: Field['type'],
  shape: ColumnShape,
  reading?: Reading,
): string | undefined {
  const { digits, length } = shape;
  if (reading?.kind === 'format') return whyNoDay(reading.format, shape);
  if (reading?.kind === 'bytes') return whyNoBytes(reading.form, shape);
  if (reading?.kind === 'codes') return whyNoCode(reading.codes, shape);
  if (type === 'Float' && digits !== undefined && digits > digitsOfDouble) {
    return `holds decimals of up to ${digits} digits, and a Float keeps ${digitsOfDouble}: make the field a Decimal.`;
  }
  const text = texts[type];
  if (text && length !== undefined && length < text.length) {
    return `holds texts of up to ${length} characters, and a ${type} is a text of ${text.length}, as ${text.as}: say how it holds one, as by \`@column(format: "YYYYMMDD")\`, or make the field a String.`;
  }
  return undefined;
}
