import type { Storage } from '../../source/column/column.js';
import type { Row } from '../../source/row.js';
import type { ColumnShape, Origin, SourceShape, WholeRange } from '../../source/sourceShape.js';
import { indexesOf } from '../sql/shape/indexesOf.js';
import { UniqueSets } from '../sql/shape/uniqueSets.js';
import type { Statement } from '../sql/statement.js';

import {
  comparesExactly,
  equatedBy,
  servingCollation,
  type Collation,
  type Collations,
} from './collation.js';
import { insteadOf } from './insteadOf.js';
import { readOrigins } from './readOrigins.js';
import { rangeOfType, readRanges } from './readRanges.js';
import { storageOf } from './storageOf.js';

type Run = (statement: Statement) => Promise<readonly Row[]>;

const columns = `
  SELECT TABLE_NAME, COLUMN_NAME, DATA_TYPE, IS_NULLABLE = 'YES',
         NUMERIC_PRECISION, NUMERIC_SCALE, COLUMN_TYPE LIKE '%unsigned%',
         CHARACTER_MAXIMUM_LENGTH, CHARACTER_SET_NAME, COLLATION_NAME,
         IF(DATA_TYPE IN ('enum', 'set'), DATA_TYPE, COLUMN_TYPE),
         EXTRA LIKE '%GENERATED%',
         TABLE_NAME IN (SELECT TABLE_NAME FROM information_schema.VIEWS WHERE TABLE_SCHEMA = DATABASE()),
         FIND_IN_SET('select', PRIVILEGES)
    FROM information_schema.COLUMNS
   WHERE TABLE_SCHEMA = DATABASE()
   ORDER BY TABLE_NAME, ORDINAL_POSITION`;

/**
 * The columns of unique indexes. An index that folds texts keeps their exact values apart too; one of a part
 * of a column, or of an expression, is none for us.
 */
const uniques = `
  SELECT TABLE_NAME, INDEX_NAME, COLUMN_NAME, INDEX_NAME = 'PRIMARY'
    FROM information_schema.STATISTICS AS part
   WHERE TABLE_SCHEMA = DATABASE() AND NON_UNIQUE = 0
     AND NOT EXISTS (SELECT 1 FROM information_schema.STATISTICS AS other
                      WHERE other.TABLE_SCHEMA = part.TABLE_SCHEMA AND other.TABLE_NAME = part.TABLE_NAME
                        AND other.INDEX_NAME = part.INDEX_NAME
                        AND (other.COLUMN_NAME IS NULL OR other.SUB_PART IS NOT NULL))
   ORDER BY TABLE_NAME, INDEX_NAME, SEQ_IN_INDEX`;

const mayHoldNoDays: ReadonlySet<Storage> = new Set([
  'DATE',
  'TIME',
  'DATETIME',
  'TIMESTAMP',
  'TEXT',
]);

interface ColumnRow {
  readonly table: string;
  readonly name: string;
  readonly shape: ColumnShape;
  readonly mayRead: boolean;
  readonly collation: Collation | null;
}

function readColumn(
  row: Row,
  uniqueSets: UniqueSets,
  ranges: ReadonlyMap<string, WholeRange>,
  origins: ReadonlyMap<string, Origin>,
): ColumnRow {
  const [
    table,
    name,
    type,
    nullable,
    digits,
    scale,
    unsigned,
    length,
    charset,
    collation,
    word,
    generated,
    ofView,
    mayRead,
  ] = row;
  const dataType = String(type);
  const isDecimal = dataType === 'decimal';
  const fraction = Number(scale);
  const storage = storageOf(
    dataType,
    isDecimal ? { whole: Number(digits) - fraction, fraction } : null,
    Number(digits),
  );
  const range =
    ranges.get(JSON.stringify([table, name])) ?? rangeOfType(dataType, Number(unsigned) === 1);
  const origin = origins.get(JSON.stringify([table, name]));
  const equates = collation === null ? [] : equatedBy(dataType, String(collation));
  return {
    table: String(table),
    name: String(name),
    shape: {
      storage,
      nullable: Number(nullable) === 1,
      ...uniqueSets.of(String(table), String(name)),
      // The server orders a UUID by its last digits first.
      exact:
        dataType !== 'uuid' && (collation === null || comparesExactly(dataType, String(collation))),
      ...((Number(generated) === 1 || Number(ofView) === 1) && { isDerived: true }),
      ...(Number(ofView) === 1 && { isOfView: true }),
      ...(origin && { origin }),
      ...(dataType === 'float' && { isSingle: true }),
      ...(Number(unsigned) === 1 && dataType === 'bigint' && { isUnsigned: true }),
      ...(dataType === 'year' && { isYear: true }),
      ...(dataType === 'uuid' && { isUuid: true }),
      ...(dataType === 'set' && { elements: { storage: 'TEXT' } }),
      ...((isDecimal || dataType === 'bigint') && { digits: Number(digits) }),
      ...(isDecimal && { scale: fraction }),
      ...((charset !== null || storage === 'BYTES') &&
        length !== null && { length: Number(length) }),
      ...(dataType === 'binary' && { isFilledUp: true }),
      ...(mayHoldNoDays.has(storage) && { mayHoldNoDays: true }),
      ...(range && { range }),
      ...(equates.length > 0 && { equates }),
      type: String(word),
      ...((storage === 'OTHER' || storage === 'BYTES') && { instead: insteadOf(dataType) }),
    },
    mayRead: Number(mayRead) > 0,
    collation:
      collation === null ? null : servingCollation(dataType, String(charset), String(collation)),
  };
}

/** Groups values by table, then by column. */
function byTable<T>(
  entries: readonly (readonly [string, string, T])[],
): Map<string, Map<string, T>> {
  const tables = new Map<string, Map<string, T>>();
  for (const [table, column, value] of entries) {
    const known = tables.get(table) ?? new Map<string, T>();
    tables.set(table, known.set(column, value));
  }
  return tables;
}

/** Reads the tables and views of the connection's database, and the collations of their texts. */
export async function readShape(
  run: Run,
): Promise<{ readonly shape: SourceShape; readonly collations: Collations }> {
  const [found, parts, ranges, origins] = await Promise.all([
    run({ sql: columns, parameters: [] }),
    run({ sql: uniques, parameters: [] }),
    readRanges(run),
    readOrigins(run),
  ]);
  const uniqueSets = new UniqueSets(indexesOf(parts));
  const all = found.map((row) => readColumn(row, uniqueSets, ranges, origins));
  const rows = all.filter(({ mayRead }) => mayRead);
  const shape = byTable(rows.map((row) => [row.table, row.name, row.shape] as const));
  for (const { table } of all) if (!shape.has(table)) shape.set(table, new Map());
  return {
    shape,
    collations: byTable(
      rows.flatMap(({ table, name, collation }) =>
        collation ? [[table, name, collation] as const] : [],
      ),
    ),
  };
}
