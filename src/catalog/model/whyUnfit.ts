import type { ColumnShape } from '../../source/sourceShape.js';

import type { Field } from './catalog.js';

/** The decimal digits that a double keeps (IEEE 754). */
const digitsOfDouble = 15;

/** What is read of texts: how many characters it has, and one of it. */
const texts: Partial<
  Readonly<Record<Field['type'], { readonly length: number; readonly as: string }>>
> = {
  Date: { length: 10, as: '1990-03-07' },
  LocalDateTime: { length: 19, as: '1990-03-07 09:30:00' },
};

/** Why no value, or not each, of a column can be told as one of a type; undefined where each may be. */
export function whyUnfit(type: Field['type'], { digits, length }: ColumnShape): string | undefined {
  if (type === 'Float' && digits !== undefined && digits > digitsOfDouble) {
    return `holds decimals of up to ${digits} digits, and a Float keeps ${digitsOfDouble}: make the field a Decimal.`;
  }
  const text = texts[type];
  if (text && length !== undefined && length < text.length) {
    return `holds texts of up to ${length} characters, and a ${type} is a text of ${text.length}, as ${text.as}: offer a column, or a view's, that holds such, or make the field a String.`;
  }
  return undefined;
}
