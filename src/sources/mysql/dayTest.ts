import type { Storage } from '../../source/column.js';

/**
 * Tests a text. The day is checked by arithmetic, because the server takes 2001-02-31 for a day in
 * the mode of our sessions. The year 0 is computed as 2000, because the server takes it for no leap
 * year.
 */
function textTest(name: string): string {
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
 * Writes whether a column holds a day of the calendar: false or null for a null, and for what only
 * looks like a day. A column of dates may hold 0000-00-00 and 2001-00-00, and 2001-02-31 too, by
 * sql_mode. Counted in days and back, none of these comes out as it was. The year 0, for which the
 * server does not count, is tested as a text.
 */
export function dayTest(storage: Storage, name: string): string {
  if (storage !== 'DATE') return `(${textTest(name)})`;
  return `(FROM_DAYS(TO_DAYS(${name})) = ${name} OR (YEAR(${name}) = 0 AND ${textTest(name)}))`;
}
