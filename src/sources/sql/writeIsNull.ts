import type { Column } from '../../source/column.js';

import { writeName } from './columnRef.js';
import type { Dialect } from './dialect.js';

/** Writes whether a column is null, or is one of days and holds none. */
export function writeIsNull(column: Column, alias: string | null, dialect: Dialect): string {
  if (column.calendar) return `(${dialect.isSound(column, alias)}) IS NOT TRUE`;
  return `${writeName((name) => dialect.quote(name), column, alias)} IS NULL`;
}
