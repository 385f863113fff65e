/**
 * How a text, or the digits of a whole number, holds a day or a moment. From the year on, each part has so
 * many digits as letters stand for it, so the order of such texts is that of time.
 */
export interface DayFormat {
  /** As a catalog states it: `YYYYMMDD`, `YYYY/MM/DD HH:mm:ss`. */
  readonly text: string;
  readonly holds: 'DAY' | 'MOMENT';
  /** What stands after the year, the month, the day and so on; mostly nothing, or one character. */
  readonly marks: readonly string[];
}

/** The characters that may stand between the parts. None of them has a meaning of its own in SQL. */
const mark = '([-/.: T年月日时分秒]*)';
const stated = new RegExp(`^YYYY${mark}MM${mark}DD${mark}(?:HH${mark}mm${mark}ss${mark})?$`, 'u');

/** Reads a format; undefined where it is none that goes from the year to the day, or to the second. */
export function readDayFormat(text: string): DayFormat | undefined {
  const found = stated.exec(text);
  if (!found || text !== text.trim()) return undefined;
  const holds = found[4] === undefined ? 'DAY' : 'MOMENT';
  return { text, holds, marks: found.slice(1, holds === 'DAY' ? 4 : 7) };
}

/** The digits of each part. */
export const partLengths: readonly number[] = [4, 2, 2, 2, 2, 2];

/** What stands after each part as ISO 8601 has it, with a blank before the time of day. */
const isoMarks = { DAY: ['-', '-', ''], MOMENT: ['-', '-', ' ', ':', ':', ''] } as const;

/** The format in which the channel itself holds a day, or a moment. */
export function isoFormat(holds: DayFormat['holds']): Pick<DayFormat, 'marks'> {
  return { marks: isoMarks[holds] };
}

/** Where each part begins, from 0. */
export function partPlaces({ marks }: Pick<DayFormat, 'marks'>): readonly number[] {
  let at = 0;
  return marks.map((after, index) => {
    const place = at;
    at += (partLengths[index] ?? 0) + after.length;
    return place;
  });
}

/** Writes a text of one format in another that holds the same parts. It looks at no digit. */
export function rewrite(
  text: string,
  from: Pick<DayFormat, 'marks'>,
  to: Pick<DayFormat, 'marks'>,
): string {
  return partPlaces(from)
    .map((at, index) => text.slice(at, at + (partLengths[index] ?? 0)) + (to.marks[index] ?? ''))
    .join('');
}
