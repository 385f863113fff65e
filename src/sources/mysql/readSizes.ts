import type { Row } from '../../source/row.js';
import type { IndexSize, SourceSizes } from '../../source/tableSize.js';
import type { Statement } from '../sql/statement.js';

type Run = (statement: Statement) => Promise<readonly Row[]>;

/** Estimates of the storage engine, which may be half or double of the truth. */
const tables = `
  SELECT TABLE_NAME, TABLE_ROWS FROM information_schema.TABLES
   WHERE TABLE_SCHEMA = DATABASE() AND TABLE_TYPE = 'BASE TABLE'`;

const indexes = `
  SELECT TABLE_NAME, INDEX_NAME, NON_UNIQUE, COLUMN_NAME, CARDINALITY, SUB_PART
    FROM information_schema.STATISTICS
   WHERE TABLE_SCHEMA = DATABASE() AND INDEX_TYPE = 'BTREE'
   ORDER BY TABLE_NAME, INDEX_NAME, SEQ_IN_INDEX`;

/** Reads how large the tables of the connection's database are, and their indexes. */
export async function readSizes(run: Run): Promise<SourceSizes> {
  const [sized, indexed] = await Promise.all(
    [tables, indexes].map((sql) => run({ sql, parameters: [] })),
  );
  const byTable = new Map((sized ?? []).map(([table, rows]) => [String(table), Number(rows ?? 0)]));
  const byIndex = new Map<string, Map<string, IndexSize>>();
  for (const [table, name, nonUnique, column, cardinality, part] of indexed ?? []) {
    const known = byIndex.get(String(table)) ?? new Map<string, IndexSize>();
    byIndex.set(String(table), known);
    const before = known.get(String(name));
    // An index of an expression, or of the beginnings of texts, leads no statement of ours.
    const columnName = column === null || part !== null ? '' : String(column);
    known.set(String(name), {
      columns: [...(before?.columns ?? []), columnName],
      isUnique: Number(nonUnique) === 0,
      rowsPerValue:
        before?.rowsPerValue ??
        (byTable.get(String(table)) ?? 0) / Math.max(1, Number(cardinality ?? 1)),
    });
  }
  return new Map(
    Array.from(byTable, ([table, rows]) => [
      table,
      { rows, indexes: [...(byIndex.get(table)?.values() ?? [])] },
    ]),
  );
}
