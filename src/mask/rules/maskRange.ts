/** A whole number, or the digits of one or of a decimal, as a source gives them. */
const decimal = /^(-?)([0-9]{1,65})(?:\.([0-9]+))?$/;

/** The greatest whole number that is not greater; null for what is no number. */
function floorOf(value: unknown): bigint | null {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? BigInt(value) : null;
  const [, sign, whole, fraction = ''] = (typeof value === 'string' && decimal.exec(value)) || [];
  if (whole === undefined) return null;
  if (sign !== '-') return BigInt(whole);
  return -BigInt(whole) - (/[1-9]/.test(fraction) ? 1n : 0n);
}

/**
 * 37 by 10 → 30–39, −5 by 10 → -10–-1: the range of `step` numbers that holds the value. Ranges count
 * from 0 and round towards −∞, so that all are equally wide, those beside 0 too. A decimal is in the
 * range of its whole part: 39.95 by 10 → 30–39.
 *
 * @param value a safe integer, or the digits of a number
 * @param step at least 2, since a range of one number would show the value
 * @returns null for what is no such number
 */
export function maskRange(value: unknown, step: number): string | null {
  const whole = floorOf(value);
  if (whole === null) return null;
  const width = BigInt(step);
  const rest = whole % width;
  const start = whole - (rest < 0n ? rest + width : rest);
  return `${start}–${start + width - 1n}`;
}
