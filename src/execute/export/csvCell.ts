import type { Json } from '../../value/scalarType.js';

/**
 * What a spreadsheet takes for a formula, by its beginning: `=`, `+`, `-` and `@`, also in full and small
 * width, behind whatever it strips off; and `#`, which begins the last line of an export. What is marked for
 * its mark is marked once more, so that the mark can be taken off again.
 */
const isRun = /^(?:[\t\r\n']|[\s\p{C}]*[=+\-@#＝＋－＠﹦﹢﹣﹫])/u;
/** A number is no formula. */
const isNumber = /^-?[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?$/;
/** A cell that is nothing, and one that holds what parts cells. */
const isQuoted = /^$|^\s|\s$|[",\r\n]/;

function textCell(text: string): string {
  const neutral = isRun.test(text) && !isNumber.test(text) ? `'${text}` : text;
  return isQuoted.test(neutral) ? `"${neutral.replaceAll('"', '""')}"` : neutral;
}

/**
 * Writes a value as a cell of CSV (RFC 4180). A null is an empty cell, an empty text a quoted one. A text that
 * a spreadsheet would run has `'` before it, and so has one that begins with `'`. Lists and objects are JSON.
 */
export function csvCell(value: Json | undefined): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return textCell(value);
  return typeof value === 'object' ? textCell(JSON.stringify(value)) : String(value);
}
