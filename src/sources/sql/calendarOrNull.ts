import type { Column } from '../../source/column.js';

import type { Dialect } from './dialect.js';

/**
 * Writes an expression of a column, and null instead where the column is one of days and holds
 * none. An index cannot serve it, so only a column that may hold what is no day gets it.
 */
export function calendarOrNull(column: Column, expression: string, dialect: Dialect): string {
  if (!column.calendar) return expression;
  return `CASE WHEN ${dialect.isSound(column, null)} THEN ${dialect.textOfCalendar(column, expression)} END`;
}
