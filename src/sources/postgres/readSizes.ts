import type { Row } from '../../source/row.js';
import type { IndexSize, SourceSizes } from '../../source/tableSize.js';
import type { Statement } from '../sql/statement.js';

type Run = (statement: Statement) => Promise<readonly Row[]>;

/**
 * The rows of each table, as the server counted them last; where it never did, as many as its bytes
 * may hold. The parts of a partitioned table, which may be parted again, count for it.
 */
const tables = `
  SELECT c.relname, (
           SELECT COALESCE(SUM(CASE WHEN part.reltuples < 0 THEN pg_relation_size(part.oid) / 64
                                    ELSE part.reltuples END), 0)::float8
             FROM (SELECT c.oid UNION SELECT relid FROM pg_partition_tree(c.oid)) AS parts (oid)
             JOIN pg_class AS part ON part.oid = parts.oid
            WHERE part.relkind <> 'p')
    FROM pg_class AS c
   WHERE c.relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = current_schema())
     AND c.relkind IN ('r', 'p')`;

/**
 * The columns of each index in order; null where an expression stands for one. A partial index leads to
 * no row outside of its condition. The number of different values is negative where it grows with the
 * table: then it is a part of its rows. Last, whether the index compares texts by code point.
 */
const indexes = `
  SELECT c.relname, x.relname, i.indisunique, a.attname, s.n_distinct,
         i.indcollation[at] IN (SELECT oid FROM pg_collation WHERE collname IN ('C', 'POSIX')
                                  AND collnamespace = 'pg_catalog'::regnamespace)
    FROM pg_index AS i
    JOIN pg_class AS c ON c.oid = i.indrelid AND c.relkind IN ('r', 'p')
    JOIN pg_class AS x ON x.oid = i.indexrelid
    JOIN pg_am AS m ON m.oid = x.relam AND m.amname = 'btree'
   CROSS JOIN LATERAL generate_series(0, i.indnkeyatts - 1) AS at
    LEFT JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum = i.indkey[at] AND a.attnum > 0
    LEFT JOIN pg_stats AS s ON s.schemaname = current_schema() AND s.tablename = c.relname
                           AND s.attname = a.attname AND s.inherited = (c.relkind = 'p')
   WHERE c.relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = current_schema())
     AND i.indisvalid AND i.indpred IS NULL
   ORDER BY c.relname, x.relname, at`;

/** The columns that an index can keep by code point; one of another type has another order in an index. */
const texts = `
  SELECT c.relname, a.attname
    FROM pg_attribute AS a
    JOIN pg_class AS c ON c.oid = a.attrelid AND c.relkind IN ('r', 'p')
   WHERE c.relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = current_schema())
     AND a.attnum > 0 AND NOT a.attisdropped
     AND a.atttypid IN ('text'::regtype, 'varchar'::regtype)`;

/** As the server itself takes it where it knows nothing. */
const differentValues = 200;

function rowsPerValue(rows: number, distinct: number): number {
  if (distinct === 0) return rows / differentValues;
  return distinct < 0 ? 1 / -distinct : rows / distinct;
}

/** Reads how large the tables of the session's schema are, and their indexes. */
export async function readSizes(run: Run): Promise<SourceSizes> {
  const [sized, indexed, ofTexts] = await Promise.all(
    [tables, indexes, texts].map((sql) => run({ sql, parameters: [] })),
  );
  const textsOf = new Map<string, readonly string[]>();
  for (const [table, column] of ofTexts ?? []) {
    textsOf.set(String(table), [...(textsOf.get(String(table)) ?? []), String(column)]);
  }
  const byTable = new Map((sized ?? []).map(([table, rows]) => [String(table), Number(rows)]));
  const byIndex = new Map<string, Map<string, IndexSize>>();
  for (const [table, name, isUnique, column, distinct, isByCodePoint] of indexed ?? []) {
    const known = byIndex.get(String(table)) ?? new Map<string, IndexSize>();
    byIndex.set(String(table), known);
    const before = known.get(String(name));
    const isText = textsOf.get(String(table))?.includes(String(column)) ?? false;
    const kept = isText && isByCodePoint === true ? [String(column)] : [];
    known.set(String(name), {
      columns: [...(before?.columns ?? []), column === null ? '' : String(column)],
      byCodePoint: [...(before?.byCodePoint ?? []), ...kept],
      isUnique: isUnique === true,
      rowsPerValue:
        before?.rowsPerValue ?? rowsPerValue(byTable.get(String(table)) ?? 0, Number(distinct)),
    });
  }
  return new Map(
    Array.from(byTable, ([table, rows]) => [
      table,
      {
        rows,
        indexes: [...(byIndex.get(table)?.values() ?? [])],
        byCodePoint: { columns: textsOf.get(table) ?? [], collate: 'COLLATE "C"' },
      },
    ]),
  );
}
