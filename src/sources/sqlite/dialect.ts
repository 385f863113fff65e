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
  groupOf: orderOf,
  compare: ({ column, operator, values }) => {
    const parameters = padded(values);
    return { sql: writeComparison(orderOf(column), operator, '?', parameters.length), parameters };
  },
  prefixOf: ({ name }, length) => `substr(${quote(name)}, 1, ${length}) COLLATE BINARY`,
  // SQLite's own sum fails where it leaves 64 bits, on values alone: those of 32 bits never do.
  sumOf: ({ name }) => {
    const column = quote(name);
    const halves = `printf('%d:%d', SUM(${column} >> 32), SUM(${column} & 4294967295))`;
    return `CASE WHEN COUNT(${column}) > 0 THEN ${halves} END`;
  },
  readSum: (value) => {
    const [, high, low] = /^(-?\d+):(\d+)$/.exec(String(value)) ?? [];
    if (high === undefined || low === undefined) return null;
    return String(BigInt(high) * 2n ** 32n + BigInt(low));
  },
  rows: (count) => count,
};
