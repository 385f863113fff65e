import type { Column } from '../../catalog/catalog.js';
import { padded, writeComparison } from '../sql/comparison.js';
import type { Dialect } from '../sql/dialect.js';

function quote(identifier: string): string {
  return `"${identifier.replaceAll('"', '""')}"`;
}

/** Texts compare by code point, whatever collation the table was made with. */
function orderOf({ name, storage }: Column): string {
  return storage === 'TEXT' ? `${quote(name)} COLLATE BINARY` : quote(name);
}

/**
 * SQLite compares whole numbers, reals and both with each other exactly (Datatypes, 4.2), and digits
 * given as a text to a column of integers become that integer, for `IN` too (4.3), so that every
 * parameter is a bare place.
 */
export const sqliteDialect: Dialect = {
  quote,
  orderOf,
  compare: ({ column, operator, values }) => {
    const parameters = padded(values);
    return { sql: writeComparison(orderOf(column), operator, '?', parameters.length), parameters };
  },
  rows: (count) => count,
};
