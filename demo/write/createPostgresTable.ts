import type { ColumnType, DemoColumn, DemoTable } from './demoDatabase.js';

const types: Readonly<Record<Exclude<ColumnType['kind'], 'text'>, string>> = {
  date: 'DATE',
  moment: 'TIMESTAMP(0)',
  integer: 'INTEGER',
  double: 'DOUBLE PRECISION',
};

function list(columns: readonly string[]): string {
  return columns.map((column) => `"${column}"`).join(', ');
}

/** By code point, as the channel compares: only then do the server's indexes serve order too. */
function declare({ name, type, nullable }: DemoColumn): string {
  const declared = type.kind === 'text' ? `VARCHAR(${type.length}) COLLATE "C"` : types[type.kind];
  return `"${name}" ${declared}${nullable ? '' : ' NOT NULL'}`;
}

/** A table with its indexes, statement by statement. */
export function createPostgresTable(
  schema: string,
  { name, columns, primaryKey, unique, indexes }: Omit<DemoTable, 'rows'>,
): readonly string[] {
  const parts = [
    ...columns.map(declare),
    `PRIMARY KEY (${list(primaryKey)})`,
    ...unique.map((column) => `UNIQUE (${list([column])})`),
  ];
  return [
    `CREATE TABLE "${schema}"."${name}" (${parts.join(', ')})`,
    ...indexes.map((of) => `CREATE INDEX ON "${schema}"."${name}" (${list(of)})`),
  ];
}

/** An insert of so many rows at once. */
export function insertRowsPostgres(
  schema: string,
  { name, columns }: Omit<DemoTable, 'rows'>,
  count: number,
): string {
  const row = (at: number) =>
    `(${columns.map((_, index) => `$${at * columns.length + index + 1}`).join(', ')})`;
  const rows = Array.from({ length: count }, (_, at) => row(at));
  return `INSERT INTO "${schema}"."${name}" VALUES ${rows.join(', ')}`;
}
