import type { Column } from '../../source/column.js';

import type { Dialect } from './dialect.js';

/**
 * Writes an expression of a column, and null instead where the column is one of days and holds
 * none. An index cannot serve it, so only a column that may hold what is no day gets it.
 */
export function dayOrNull(column: Column, expression: string, dialect: Dialect): string {
  if (!column.ofDays) return expression;
  return `CASE WHEN ${dialect.isDay(column, null)} THEN ${dialect.dayOf(column, expression)} END`;
}
