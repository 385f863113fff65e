import type { Origin } from '../../source/sourceShape.js';

import type { Field, Resource } from './catalog.js';

/**
 * The column of a table that a field holds, through whatever views it does. Fields of one such column
 * are one element.
 */
export function originOf(
  { column }: Pick<Field, 'column'>,
  { table }: Pick<Resource, 'table'>,
): Origin {
  return column.origin ?? { table, column: column.name };
}
