import { isCalendarDay } from '../../shared/isCalendarDay.js';

/**
 * 1990-03-07 → 1990.
 *
 * @returns null for a text that is not a day of the calendar, such as 1990-02-31
 */
export function maskYear(date: string): string | null {
  return isCalendarDay(date) ? date.slice(0, 4) : null;
}
