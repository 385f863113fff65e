/**
 * 37 by 10 → 30–39, −5 by 10 → -10–-1: the range of `step` numbers that holds the value. Ranges count
 * from 0 and round towards −∞, so that all are equally wide, those beside 0 too.
 *
 * @param value a safe integer
 * @param step at least 2, since a range of one number would show the value
 * @returns null if an end of the range is not a safe integer
 */
export function maskRange(value: number, step: number): string | null {
  const rest = value % step;
  const start = value - (rest < 0 ? rest + step : rest);
  const end = start + (step - 1);
  return Number.isSafeInteger(start) && Number.isSafeInteger(end) ? `${start}–${end}` : null;
}
