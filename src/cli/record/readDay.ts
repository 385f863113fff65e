import { InvalidArgumentError } from 'commander';

import { isCalendarDay } from '../../shared/isCalendarDay.js';

/** Reads a day of the calendar, as 2026-01-31. */
export function readDay(text: string): string {
  if (isCalendarDay(text)) return text;
  throw new InvalidArgumentError('It is a day, as 2026-01-31.');
}
