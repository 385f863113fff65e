const form = /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/;

/** Whether a text is a day of the Gregorian calendar, as YYYY-MM-DD (ISO 8601). */
export function isCalendarDay(text: string): boolean {
  if (!form.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

const offset = 8 * 3_600_000;

/**
 * The day, as YYYY-MM-DD, that it is in China, whose time is UTC+8 all year and everywhere.
 *
 * @param now milliseconds since the epoch
 */
export function dayInChina(now: number): string {
  return new Date(now + offset).toISOString().slice(0, 10);
}
