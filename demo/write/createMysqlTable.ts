import type { ColumnType, DemoColumn, DemoTable } from './demoDatabase.js';

const types: Readonly<Record<Exclude<ColumnType['kind'], 'text'>, string>> = {
  date: 'DATE',
  moment: 'DATETIME',
  integer: 'INT',
  double: 'DOUBLE',
};

function list(columns: readonly string[]): string {
  return columns.map((column) => `\`${column}\``).join(', ');
}

function declare({ name, type, nullable }: DemoColumn): string {
  const declared = type.kind === 'text' ? `VARCHAR(${type.length})` : types[type.kind];
  return `\`${name}\` ${declared}${nullable ? '' : ' NOT NULL'}`;
}

export function createMysqlDatabase(database: string, collation: string): string {
  return `CREATE DATABASE \`${database}\` CHARACTER SET utf8mb4 COLLATE ${collation}`;
}

/** A table with its indexes, in the character set and collation of its database. */
export function createMysqlTable(database: string, table: DemoTable): string {
  const parts = [
    ...table.columns.map(declare),
    `PRIMARY KEY (${list(table.primaryKey)})`,
    ...table.unique.map((column) => `UNIQUE KEY (${list([column])})`),
    ...table.indexes.map((columns) => `KEY (${list(columns)})`),
  ];
  return `CREATE TABLE \`${database}\`.\`${table.name}\` (${parts.join(', ')}) ENGINE = InnoDB`;
}

/** An insert of so many rows at once. */
export function insertRows(database: string, { name, columns }: DemoTable, count: number): string {
  const row = `(${columns.map(() => '?').join(', ')})`;
  return `INSERT INTO \`${database}\`.\`${name}\` VALUES ${Array<string>(count).fill(row).join(', ')}`;
}
