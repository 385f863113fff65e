import {
  isoFormat,
  partLengths,
  partPlaces,
  type DayFormat,
} from '../../../source/column/dayFormat.js';

import type { TextSql } from './textSql.js';

type Marks = Pick<DayFormat, 'marks'>;

/** Writes a text of one format in another. No text makes it fail. */
function rewrite(text: string, from: Marks, to: Marks, { concat }: TextSql): string {
  const parts = partPlaces(from).flatMap((at, index) => {
    const part = `SUBSTR(${text}, ${at + 1}, ${partLengths[index]})`;
    const after = to.marks[index];
    return after ? [part, `'${after}'`] : [part];
  });
  return concat(parts);
}

/** Writes a text that is in a format as the channel writes days and moments. */
export function writeIso(text: string, format: DayFormat, sql: TextSql): string {
  return rewrite(text, format, isoFormat(format.holds), sql);
}

/** Writes whether a text is a day or a moment in a format. */
export function writeIsDay(text: string, format: DayFormat, sql: TextSql): string {
  const again = rewrite(text, format, format, sql);
  return `(${sql.isSame(text, again)} AND ${sql.isIso(writeIso(text, format, sql), format.holds)})`;
}
