import { dayOf } from './dayOf.js';

/**
 * 1990-03-07 → 1990-03 (ISO 8601).
 *
 * @returns null for a text that is not a day of the calendar, such as 1990-02-31, nor one with a time of day
 */
export function maskYearMonth(date: string): string | null {
  return dayOf(date)?.slice(0, 7) ?? null;
}
