import { clockText } from '../../shared/clockText.js';
import { isCalendarDay } from '../../shared/isCalendarDay.js';

/** The day of a text that is one, or a day and a time of day; null for any other. */
export function dayOf(text: string): string | null {
  if (isCalendarDay(text)) return text;
  return clockText(text) === undefined ? null : text.slice(0, 10);
}
