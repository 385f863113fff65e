import type { Column } from '../../../source/column/column.js';
import { tooLarge } from '../../../source/column/tooLarge.js';
import type { Dialect } from '../dialect.js';

/**
 * Writes what a row brings of a column, from an expression of it. What is larger than the column's bound stays
 * at its source, and a mark comes in its stead.
 */
export function writeBrought(column: Column, expression: string, dialect: Dialect): string {
  const brought = dialect.bring(column, expression);
  const { bound } = column;
  if (bound === undefined) return brought;
  if (!Number.isSafeInteger(bound)) throw new TypeError('a bound is no whole number');
  const text = dialect.boundedText(brought);
  return `CASE WHEN ${dialect.bytesOfText(text)} > ${bound} THEN '${tooLarge}' ELSE ${text} END`;
}
