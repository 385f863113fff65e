import type { Column } from '../../../source/column/column.js';
import { mayBeNone } from '../../../source/column/mayBeNone.js';
import type { Dialect } from '../dialect.js';

import { writeIsSound } from './writeIsSound.js';
import { writeRank } from './writeRank.js';

/**
 * Writes an expression of a column, and null instead where the column holds what is no value of it. An
 * index cannot serve it, so only a column that may hold such gets it.
 */
export function soundOrNull(column: Column, expression: string, dialect: Dialect): string {
  if (!mayBeNone(column)) return expression;
  const { calendar } = column;
  const told = calendar ? dialect.textOfCalendar(column, expression) : expression;
  return `CASE WHEN ${writeIsSound(column, null, dialect)} THEN ${told} END`;
}

/** Writes what rows are sorted by: of codes, their place in the order of their values. */
export function orderOf(column: Column, dialect: Dialect): string {
  const { reading } = column;
  if (reading?.kind === 'codes') return writeRank(column, reading.codes, null, dialect);
  return soundOrNull(column, dialect.orderOf(column), dialect);
}

/** Likewise what they are grouped by. */
export function groupOf(column: Column, dialect: Dialect): string {
  const { reading } = column;
  if (reading?.kind === 'codes') return writeRank(column, reading.codes, null, dialect);
  return soundOrNull(column, dialect.groupOf(column), dialect);
}
