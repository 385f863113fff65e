import type Database from 'better-sqlite3';

import type { IndexSize, TableSize } from '../../source/tableSize.js';

export type SizeEntries = readonly (readonly [string, TableSize])[];

/** Counting goes no further. A table of so many rows is large, and of how many more is no matter. */
const mostCounted = 100_000;
/** As SQLite's own planner takes it where ANALYZE was never run. */
const rowsPerValue = 10;

interface IndexRow {
  readonly index: string;
  readonly unique: number;
  /** Null for an expression. */
  readonly column: string | null;
  readonly collation: string;
}

function readIndexes(database: Database.Database, table: string): readonly IndexSize[] {
  const rows = database
    .prepare<[string], IndexRow>(
      `SELECT list.name AS "index", list."unique", info.name AS "column", info.coll AS collation
         FROM pragma_index_list(?) AS list, pragma_index_xinfo(list.name) AS info
        WHERE list.partial = 0 AND info."key" = 1 ORDER BY list.seq, info.seqno`,
    )
    .all(table);
  const byName = new Map<string, IndexSize>();
  for (const { index, unique, column, collation } of rows) {
    const before = byName.get(index);
    const columns = [...(before?.columns ?? []), column ?? ''];
    const kept = column !== null && collation.toUpperCase() === 'BINARY' ? [column] : [];
    const byCodePoint = [...(before?.byCodePoint ?? []), ...kept];
    byName.set(index, { columns, isUnique: unique === 1, rowsPerValue, byCodePoint });
  }
  // A key of whole numbers is the table's own order, and no index.
  const key = database
    .prepare<[string], string>('SELECT name FROM pragma_table_info(?) WHERE pk > 0')
    .pluck()
    .all(table);
  const own = key.length === 1 ? [{ columns: key, isUnique: true, rowsPerValue: 1 }] : [];
  return [...own, ...byName.values()];
}

/** Reads how large the tables are, and their indexes. */
export function readSizes(database: Database.Database): SizeEntries {
  const tables = database
    .prepare<[], string>(
      `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`,
    )
    .pluck()
    .all();
  return tables.map((table) => {
    const counted = database
      .prepare<[number], number>(
        `SELECT count(*) FROM (SELECT 1 FROM "${table.replaceAll('"', '""')}" LIMIT ?)`,
      )
      .pluck()
      .get(mostCounted);
    const columns = database
      .prepare<[string], string>('SELECT name FROM pragma_table_info(?)')
      .pluck()
      .all(table);
    const byCodePoint = { columns, collate: 'COLLATE BINARY' };
    return [table, { rows: counted ?? 0, indexes: readIndexes(database, table), byCodePoint }];
  });
}
