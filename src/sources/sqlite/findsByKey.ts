import type Database from 'better-sqlite3';

import type { Statement } from '../sql/statement.js';

/** The unique indexes of a table that have one column. */
const keyIndexes = `
  SELECT list.name FROM pragma_index_list(?) AS list, pragma_index_info(list.name) AS info
   WHERE list."unique" = 1 GROUP BY list.name HAVING count(*) = 1`;

/** A step of EXPLAIN QUERY PLAN that searches by one column of an index. */
const search = /^SEARCH .+ USING (?:(INTEGER PRIMARY KEY)|(?:COVERING )?INDEX (.+)) \([^()]+=\?\)$/;

/**
 * Whether SQLite finds the rows of a statement by a unique index alone, so that it looks at one row
 * at the most for each key.
 *
 * @throws {Error} the driver's
 */
export function findsByKey(
  database: Database.Database,
  table: string,
  { sql, parameters }: Statement,
): boolean {
  const steps = database
    .prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
    .all(...parameters);
  const [, rowId, index] = (steps.length === 1 && search.exec(steps[0]?.detail ?? '')) || [];
  if (index === undefined) return rowId !== undefined;
  return database.prepare<[string], string>(keyIndexes).pluck().all(table).includes(index);
}
