import { decimalText } from '../shared/decimalText.js';

/** The digits after the point of a mean. */
export const scaleOfMean = 6;

const written = /^(-?)([0-9]+)(?:\.([0-9]+))?$/;

/**
 * The mean of exact numbers, to six digits after the point, halves rounded away from zero.
 *
 * @param sum the digits of their sum
 * @param count how many they are, from 1
 * @returns undefined where the sum is no number, or the mean has more digits than a Decimal
 */
export function meanOf(sum: string, count: bigint): string | undefined {
  const [, sign = '', whole, fraction = ''] = written.exec(sum) ?? [];
  if (whole === undefined) return undefined;
  const parts = BigInt(whole + fraction) * 10n ** BigInt(scaleOfMean);
  const divisor = 10n ** BigInt(fraction.length) * count;
  const rounded = (2n * parts + divisor) / (2n * divisor);
  const digits = String(rounded).padStart(scaleOfMean + 1, '0');
  return decimalText(`${sign}${digits.slice(0, -scaleOfMean)}.${digits.slice(-scaleOfMean)}`);
}
