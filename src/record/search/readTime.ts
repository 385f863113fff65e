import { beginningOf } from '../../shared/chinaCalendar.js';
import { isCalendarDay } from '../../shared/isCalendarDay.js';

const timeForm = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d)$/;

/** The form of a time in a search, in words. */
export const timeContract =
  'a day, as 2026-01-31, or a time with its zone, as 2026-01-31T08:00+08:00';

/**
 * Reads a day in China or a time, and gives it in the form of entries: ISO 8601, UTC. Undefined for
 * anything else.
 */
export function readTime(text: string): string | undefined {
  // JavaScript would read a 30th of February as a day of March.
  const time = isCalendarDay(text) ? beginningOf(text) : text;
  if (!timeForm.test(time) || Number.isNaN(Date.parse(time))) return undefined;
  return new Date(time).toISOString();
}
