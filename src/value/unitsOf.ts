import { decimalText } from '../shared/decimalText.js';

const written = /^(-?)([0-9]+)(?:\.([0-9]+))?$/;

/**
 * A decimal as a whole number of units of its last digit: "99.5" with two digits after the point is 9950.
 *
 * @param scale the digits after the point
 * @returns undefined where the text is no decimal, or has more digits after its point
 */
export function unitsOf(text: string, scale: number): bigint | undefined {
  const [, sign = '', whole, fraction = ''] = written.exec(decimalText(text) ?? '') ?? [];
  if (whole === undefined || fraction.length > scale) return undefined;
  const units = BigInt(whole + fraction.padEnd(scale, '0'));
  return sign === '-' ? -units : units;
}

/** The decimal that so many units are. */
export function textOfUnits(units: bigint, scale: number): string {
  const digits = String(units < 0n ? -units : units).padStart(scale + 1, '0');
  const point = digits.length - scale;
  const text = scale === 0 ? digits : `${digits.slice(0, point)}.${digits.slice(point)}`;
  return decimalText(units < 0n ? `-${text}` : text) ?? text;
}
