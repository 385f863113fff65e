import type { Column, Storage } from '../../source/column/column.js';

const leapYear = '([0-9][0-9](0[48]|[2468][048]|[13579][26])|([02468][048]|[13579][26])00)';

/** The days of the calendar from 0000-01-01 to 9999-12-31. To cast a text would fail where it is none. */
const day = [
  '[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])',
  '[0-9]{4}-(0[13-9]|1[0-2])-(29|30)',
  '[0-9]{4}-(0[13578]|1[02])-31',
  `${leapYear}-02-29`,
].join('|');

/**
 * A time of day without a zero at the end of its fraction: texts are compared as they stand, so a time must
 * be written in one way.
 */
const time = '([01][0-9]|2[0-3])(:[0-5][0-9]){2}([.][0-9]{0,5}[1-9])?';

const texts = { DAY: `(${day})`, TIME: time, MOMENT: `(${day}) ${time}` };

/** Whether a text is a day, a time of day or a moment, as the channel writes it. */
export function isIso(text: string, holds: NonNullable<Column['calendar']>): string {
  return `(${text} ~ '^${texts[holds]}$')`;
}

/** The first of the years of four digits, and what comes after their last; the same of a day's times. */
const ends: Partial<Readonly<Record<Storage, readonly [string, string]>>> = {
  DATE: ["DATE '0001-01-01'", "DATE '10000-01-01'"],
  TIME: ["TIME '00:00:00'", "TIME '24:00:00'"],
  DATETIME: ["TIMESTAMP '0001-01-01'", "TIMESTAMP '10000-01-01'"],
  TIMESTAMP: ["TIMESTAMPTZ '0001-01-01 00:00:00+00'", "TIMESTAMPTZ '10000-01-01 00:00:00+00'"],
};

/**
 * Writes whether a column holds a day, a time of day or a moment of the calendar: false or null for a
 * null, and for what only looks like one. A column of dates may hold infinity, days before our era and
 * years of five digits, one of times 24:00:00.
 *
 * @param text the column as a text that is compared by code point
 */
export function calendarTest({ storage, calendar }: Column, name: string, text: string): string {
  const [first, after] = ends[storage] ?? [];
  if (first !== undefined && after !== undefined) {
    return `(${name} >= ${first} AND ${name} < ${after})`;
  }
  return isIso(text, calendar ?? 'DAY');
}
