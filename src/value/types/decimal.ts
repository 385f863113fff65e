import { decimalText } from '../../shared/decimalText.js';
import type { ScalarType } from '../scalarType.js';

/** The decimal digits that a double keeps (IEEE 754). */
const digitsOfDouble = 15;

/**
 * A number of JSON is taken where it stands for one decimal: 0.1 is 0.1, while one of 17 digits may have
 * been written otherwise.
 */
function accept(value: unknown): string | undefined {
  if (typeof value === 'string') return decimalText(value);
  if (typeof value !== 'number') return undefined;
  const text = decimalText(String(value));
  const digits = text?.replace(/[-.]/g, '').replace(/^0+/, '') ?? '';
  return digits.length <= digitsOfDouble ? text : undefined;
}

/** A decimal with every digit of it, such as money. */
export const decimal: ScalarType = {
  storages: ['DECIMAL', 'INTEGER'],
  accept,
  read: (value) => {
    if (typeof value === 'string') return decimalText(value);
    return Number.isSafeInteger(value) ? String(value) : undefined;
  },
  isCompared: true,
  isOrdered: true,
  isGrouped: true,
  hasEnds: true,
  sums: { sum: 'Decimal', mean: 'Decimal' },
  own: {
    description:
      'A decimal of up to 35 digits before the point and 30 after it, as a text in its shortest form: 3.4, not 3.40. It may be stated as a number of up to 15 digits; a literal keeps all its digits.',
    specifiedBy: 'https://www.w3.org/TR/xmlschema11-2/#decimal',
    literals: ['IntValue', 'FloatValue'],
  },
};
