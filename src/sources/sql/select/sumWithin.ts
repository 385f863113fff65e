import type { SumWithin } from '../../../source/request/aggregateRequest.js';
import type { Dialect } from '../dialect.js';

/**
 * Writes a sum of an expression, each value of it within the bounds. The bounds are no parameters: they
 * are whole numbers of the catalog.
 */
export function sumWithin(expression: string, atMost: number): string {
  if (!Number.isSafeInteger(atMost)) throw new TypeError('a bound is no whole number');
  return `SUM(CASE WHEN ${expression} > ${atMost} THEN ${atMost} WHEN ${expression} < -${atMost} THEN -${atMost} ELSE ${expression} END)`;
}

export function sumOfRows({ column, atMost }: SumWithin, dialect: Dialect): string {
  return sumWithin(dialect.wholeOf(column), atMost);
}
