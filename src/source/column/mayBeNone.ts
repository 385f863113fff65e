import type { Column } from './column.js';

/**
 * Whether a source may hold in a column what is no value of it: no day, no code, no
 * id. Filters, orders, groups and
 * measures take that for a null.
 */
export function mayBeNone({ calendar, reading, isOfAnyLength }: Column): boolean {
  return calendar !== undefined || reading?.kind === 'codes' || isOfAnyLength === true;
}
