import type { SqlValue } from '../row.js';

import type { Column } from './column.js';

/**
 * Stands in a row for a value that is larger than its column's bound, and was not fetched. It is a text that no
 * source holds by chance; where a column with a bound does, that is told as too large, which whoever wrote it
 * could have any value told as.
 */
export const tooLarge = 'tongdao:too-large:5b1f0c1e-7f0e-4d57-9a55-0d8f6f3d2c4b';

/** Whether a value of a column was left at its source. What has no bound is fetched, whatever it is. */
export function isTooLarge({ bound }: Pick<Column, 'bound'>, value: SqlValue): boolean {
  return bound !== undefined && value === tooLarge;
}
