import type { Column } from '../../source/column/column.js';

/**
 * Tests a text. The day is checked by arithmetic, because the server takes 2001-02-31 for a day in
 * the mode of our sessions. The year 0 is computed as 2000, because the server takes it for no leap
 * year.
 */
export function textTest(name: string): string {
  const text = `CONVERT(${name} USING utf8mb4)`;
  const month = `REPLACE(LEFT(${text}, 7), '0000-', '2000-')`;
  const lastDay = `DAY(LAST_DAY(CONCAT(${month}, '-01')))`;
  return [
    `CHAR_LENGTH(${text}) = 10`,
    `${text} REGEXP '^[0-9]{4}-(0[1-9]|1[0-2])-[0-9]{2}$'`,
    `SUBSTRING(${text}, 9, 2) BETWEEN 1 AND ${lastDay}`,
  ].join(' AND ');
}

/**
 * A time of day without a zero at the end of its fraction: texts are compared as they stand, so a time must
 * be written in one way.
 */
const time = '([01][0-9]|2[0-3])(:[0-5][0-9]){2}([.][0-9]{0,5}[1-9])?';

/** Nothing more: a `$` alone would let a line end behind it. */
const end = '$(?![[:space:]])';

function timeTest(name: string): string {
  const text = `CONVERT(${name} USING utf8mb4)`;
  return `CHAR_LENGTH(${text}) BETWEEN 8 AND 15 AND ${text} REGEXP '^${time}${end}'`;
}

/** Tests a text that is a day, a blank and a time of day. */
export function momentTest(name: string): string {
  const text = `CONVERT(${name} USING utf8mb4)`;
  return [
    `CHAR_LENGTH(${text}) BETWEEN 19 AND 26`,
    `${text} REGEXP '^.{10} ${time}${end}'`,
    textTest(`LEFT(${text}, 10)`),
  ].join(' AND ');
}

const textTests = { DAY: textTest, TIME: timeTest, MOMENT: momentTest };

/**
 * Writes whether a column holds a day, a time of day or a moment of the calendar: false or null for a null,
 * and for what only looks like one. A column of times may hold durations from -838:59:59 to 838:59:59. A column of dates may hold 0000-00-00 and 2001-00-00, and 2001-02-31 too, by
 * sql_mode. A month 0 has no last day. The server takes the year 0 for no leap year.
 */
export function calendarTest({ storage, calendar }: Column, name: string): string {
  if (storage === 'TEXT') return `(${textTests[calendar ?? 'DAY'](name)})`;
  if (storage === 'TIME') return `(${name} >= TIME'00:00:00' AND ${name} < TIME'24:00:00')`;
  const day = `DAYOFMONTH(${name})`;
  const isLeapDay = `YEAR(${name}) = 0 AND MONTH(${name}) = 2 AND ${day} = 29`;
  return `(${day} BETWEEN 1 AND DAYOFMONTH(LAST_DAY(${name})) OR (${isLeapDay}))`;
}
