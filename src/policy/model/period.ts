import { lengthOfDay } from '../../shared/chinaCalendar.js';

/** A length of time by the calendar. All parts have one sign. */
export interface Period {
  readonly months: number;
  readonly days: number;
}

/** `$today`, and how long before or after it, as ISO 8601 writes a period: `$today-P1Y6M`. */
const written =
  /^\$today(?:([+-])P(?=[0-9])(?:([0-9]+)Y)?(?:([0-9]+)M)?(?:([0-9]+)W)?(?:([0-9]+)D)?)?$/;

/** No condition on people or papers reaches further. Then a day stays one of the calendar. */
const mostYears = 500;

/**
 * Reads a text as `$today-P14Y`, `$today`, `$today+P30D`, `$today-P2W`.
 *
 * @returns undefined where it is none, or reaches beyond 500 years
 */
export function readToday(text: string): Period | undefined {
  const [found, sign, ...parts] = written.exec(text) ?? [];
  if (found === undefined) return undefined;
  const [years = 0, months = 0, weeks = 0, days = 0] = parts.map((part) => Number(part || 0));
  const [allMonths, allDays] = [years * 12 + months, weeks * 7 + days];
  if (allMonths / 12 + allDays / 365 > mostYears) return undefined;
  // Adding 0 makes a 0 of -0.
  const turned = (count: number) => (sign === '-' ? -count : count) + 0;
  return { months: turned(allMonths), days: turned(allDays) };
}

/** How a period after today is written. */
export function todayInWords({ months, days }: Period): string {
  if (months === 0 && days === 0) return '$today';
  const sign = months < 0 || days < 0 ? '-' : '+';
  const [years, rest] = [Math.floor(Math.abs(months) / 12), Math.abs(months) % 12];
  const parts = [years && `${years}Y`, rest && `${rest}M`, days && `${Math.abs(days)}D`];
  return `$today${sign}P${parts.filter(Boolean).join('')}`;
}

/**
 * The day that lies so long after another, before it where the period is negative. A month that is too
 * short for the day ends with its last one: a year before 29 February lies 28 February.
 *
 * @param day as YYYY-MM-DD
 */
export function dayAfter(day: string, { months, days }: Period): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const moved = new Date(0);
  moved.setUTCFullYear(year, month - 1 + months, 1);
  const last = new Date(moved);
  last.setUTCMonth(last.getUTCMonth() + 1, 0);
  moved.setUTCDate(Math.min(date, last.getUTCDate()));
  return new Date(moved.getTime() + days * lengthOfDay).toISOString().slice(0, 10);
}
