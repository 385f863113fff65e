import type { ScalarType } from '../scalarType.js';

const digits = /^(?:0|-?[1-9][0-9]{0,19})$/;
const least = -(2n ** 63n);
const greatest = 2n ** 64n - 1n;

/** What a column of whole numbers may hold, signed or not. */
function whole(text: string): string | undefined {
  if (!digits.test(text)) return undefined;
  const value = BigInt(text);
  return value >= least && value <= greatest ? text : undefined;
}

/**
 * A number of JSON beyond 2^53 has lost some of its digits on its way, so it is not taken: it would be
 * another.
 */
const accept = (value: unknown): string | undefined => {
  if (typeof value === 'string') return whole(value);
  return Number.isSafeInteger(value) ? String(value) : undefined;
};

/** A whole number of 64 bits, as its digits, of which a number of JSON would lose some. */
export const bigInt: ScalarType = {
  storages: ['INTEGER'],
  accept,
  read: accept,
  isCompared: true,
  isOrdered: true,
  isGrouped: true,
  hasEnds: true,
  sums: { sum: 'Decimal', mean: 'Decimal' },
  own: {
    description:
      'A whole number from -2^63 to 2^64 - 1, as a text of its digits. It may be stated as a number up to 2^53; a literal keeps all its digits.',
    specifiedBy: 'https://www.w3.org/TR/xmlschema11-2/#integer',
    literals: ['IntValue'],
  },
};
