import { isCalendarDay } from './isCalendarDay.js';
import { timeText } from './timeText.js';

/**
 * The canonical text of a day and a time of day on some clock, as a source writes it: 2026-11-28 09:30:00,
 * with as many digits of a second as say something, six at the most.
 *
 * @param text the same, but for zeros at its end
 * @returns undefined where it is none, or the day is none of the calendar
 */
export function clockText(text: string): string | undefined {
  const day = text.slice(0, 10);
  if (text[10] !== ' ' || !isCalendarDay(day)) return undefined;
  const time = timeText(text.slice(11));
  return time === undefined ? undefined : `${day} ${time}`;
}
