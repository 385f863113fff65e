import { isCalendarDay } from './isCalendarDay.js';

const written = /^(.{10}) ((?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9])(?:\.([0-9]{1,6}))?$/;

/**
 * The canonical text of a day and a time of day on some clock, as a source writes it: 2026-11-28 09:30:00,
 * with as many digits of a second as say something, six at the most.
 *
 * @param text the same, but for zeros at its end
 * @returns undefined where it is none, or the day is none of the calendar
 */
export function clockText(text: string): string | undefined {
  const [, day = '', time = '', fraction = ''] = written.exec(text) ?? [];
  if (!isCalendarDay(day)) return undefined;
  const rest = fraction.replace(/0+$/, '');
  return `${day} ${time}${rest === '' ? '' : `.${rest}`}`;
}
