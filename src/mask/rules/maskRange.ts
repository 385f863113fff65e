/**
 * 37 by 10 → 30–39, −5 by 10 → -10–-1: the range of `step` numbers that holds it, counted from 0
 * and rounded towards −∞, so that no range is wider than another (about 0, say).
 *
 * @param value a safe integer
 * @param step from 2; by 1, the range would be the number
 * @returns null where an end of the range is not exact in a JavaScript number
 */
export function maskRange(value: number, step: number): string | null {
  const rest = value % step;
  const start = value - (rest < 0 ? rest + step : rest);
  const end = start + (step - 1);
  return Number.isSafeInteger(start) && Number.isSafeInteger(end) ? `${start}–${end}` : null;
}
