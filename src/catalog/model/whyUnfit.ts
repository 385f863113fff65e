import type { ColumnShape } from '../../source/sourceShape.js';

import type { Field } from './catalog.js';

/** The decimal digits that a double keeps (IEEE 754). */
const digitsOfDouble = 15;

/** The characters of a day, YYYY-MM-DD. */
const lengthOfDay = 10;

/** Why no value, or not each, of a column can be told as one of a type; undefined where each may be. */
export function whyUnfit(type: Field['type'], { digits, length }: ColumnShape): string | undefined {
  if (type === 'Float' && digits !== undefined && digits > digitsOfDouble) {
    return `holds decimals of up to ${digits} digits, and a Float keeps ${digitsOfDouble}: make the field a Decimal.`;
  }
  if (type === 'Date' && length !== undefined && length < lengthOfDay) {
    return `holds texts of up to ${length} characters, and a Date is a text of ${lengthOfDay}, as 1990-03-07: offer a column, or a view's, that holds such, or make the field a String.`;
  }
  return undefined;
}
