import type { Column } from '../../../source/column/column.js';
import { mayBeNone } from '../../../source/column/mayBeNone.js';
import { writeName } from '../columnRef.js';
import type { Dialect } from '../dialect.js';
import { writeIsSound } from '../held/writeIsSound.js';

/**
 * Writes whether a column is null, or holds what is no value of it.
 *
 * @param isDenied whether it is neither instead: false or null where it is one
 */
export function writeIsNull(
  column: Column,
  alias: string | null,
  dialect: Dialect,
  isDenied = false,
): string {
  if (mayBeNone(column)) {
    const isSound = writeIsSound(column, alias, dialect);
    return isDenied ? `(${isSound})` : `(${isSound}) IS NOT TRUE`;
  }
  const name = writeName((one) => dialect.quote(one), column, alias);
  return isDenied ? `${name} IS NOT NULL` : `${name} IS NULL`;
}
