import type { Column } from '../../../source/column/column.js';
import type { Dialect } from '../dialect.js';

import { writeRank } from './writeRank.js';

/** Writes whether a column holds a value of it; false or null for what is none. */
export function writeIsSound(column: Column, alias: string | null, dialect: Dialect): string {
  const { reading } = column;
  if (reading?.kind !== 'codes') return dialect.isSound(column, alias);
  return `${writeRank(column, reading.codes, alias, dialect)} IS NOT NULL`;
}
