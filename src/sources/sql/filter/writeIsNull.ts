import type { Column } from '../../../source/column/column.js';
import { mayBeNone } from '../../../source/column/mayBeNone.js';
import { writeName } from '../columnRef.js';
import type { Dialect } from '../dialect.js';
import { writeIsSound } from '../held/writeIsSound.js';

/** Writes whether a column is null, or holds what is no value of it. */
export function writeIsNull(column: Column, alias: string | null, dialect: Dialect): string {
  if (mayBeNone(column)) return `(${writeIsSound(column, alias, dialect)}) IS NOT TRUE`;
  return `${writeName((name) => dialect.quote(name), column, alias)} IS NULL`;
}
