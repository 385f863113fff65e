/** Codes of characters. */
const zero = 48;
const hyphen = 45;

/** The number that two digits of a text write; NaN where one of them is no digit. */
function readTwoDigits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - zero;
  const ones = text.charCodeAt(at + 1) - zero;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.NaN;
}

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/**
 * Whether a text is a day of the Gregorian calendar, as YYYY-MM-DD (ISO 8601). Told by arithmetic,
 * since every date of an answer passes here.
 */
export function isCalendarDay(text: string): boolean {
  if (text.length !== 10) return false;
  if (text.charCodeAt(4) !== hyphen || text.charCodeAt(7) !== hyphen) return false;
  const year = readTwoDigits(text, 0) * 100 + readTwoDigits(text, 2);
  const month = readTwoDigits(text, 5);
  const day = readTwoDigits(text, 8);
  const length = month === 2 && isLeap(year) ? 29 : (monthLengths[month - 1] ?? 0);
  // NaN is within no bounds.
  return year >= 0 && day >= 1 && day <= length;
}
