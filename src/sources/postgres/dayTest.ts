import type { Storage } from '../../source/column.js';

const leapYear = '([0-9][0-9](0[48]|[2468][048]|[13579][26])|([02468][048]|[13579][26])00)';

/** The days of the calendar from 0000-01-01 to 9999-12-31. To cast a text would fail where it is none. */
const day = [
  '[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])',
  '[0-9]{4}-(0[13-9]|1[0-2])-(29|30)',
  '[0-9]{4}-(0[13578]|1[02])-31',
  `${leapYear}-02-29`,
].join('|');

/**
 * Writes whether a column holds a day of the calendar: false or null for a null, and for what only
 * looks like a day. A column of dates may hold infinity, days before our era and years of five digits.
 *
 * @param text the column as a text that is compared by code point
 */
export function dayTest(storage: Storage, name: string, text: string): string {
  return storage === 'DATE'
    ? `(${name} BETWEEN DATE '0001-01-01' AND DATE '9999-12-31')`
    : `(${text} ~ '^(${day})$')`;
}
