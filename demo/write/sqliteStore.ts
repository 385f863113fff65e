import { existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

import Database from 'better-sqlite3';

import type { ColumnType, DemoColumn, DemoDatabase, DemoTable } from './demoDatabase.js';
import type { DemoStore } from './demoStore.js';

const types: Readonly<Record<ColumnType['kind'], string>> = {
  text: 'TEXT',
  date: 'TEXT',
  moment: 'TEXT',
  integer: 'INTEGER',
  double: 'REAL',
};

function list(columns: readonly string[]): string {
  return columns.map((column) => `"${column}"`).join(', ');
}

function declare({ name, type, nullable }: DemoColumn): string {
  return `"${name}" ${types[type.kind]}${nullable ? '' : ' NOT NULL'}`;
}

function createTable(table: DemoTable): string {
  const { name, columns, primaryKey, unique } = table;
  const parts = [
    ...columns.map(declare),
    `PRIMARY KEY (${list(primaryKey)})`,
    ...unique.map((column) => `UNIQUE (${list([column])})`),
  ];
  return `CREATE TABLE "${name}" (${parts.join(', ')})`;
}

function createIndex(table: string, columns: readonly string[]): string {
  return `CREATE INDEX "${table}_by_${columns.join('_')}" ON "${table}" (${list(columns)})`;
}

function writeTable(database: Database.Database, table: DemoTable): number {
  const { name, columns, indexes, rows } = table;
  database.exec(createTable(table));
  const marks = columns.map(() => '?').join(', ');
  const insert = database.prepare(`INSERT INTO "${name}" VALUES (${marks})`);
  let written = 0;
  for (const row of rows()) written += insert.run(row).changes;
  for (const index of indexes) database.exec(createIndex(name, index));
  return written;
}

/** Makes the tables, and fills them; returns the number of their rows. */
export function writeTables(database: Database.Database, tables: readonly DemoTable[]): number {
  return tables.reduce((written, table) => written + writeTable(database, table), 0);
}

/** Writes a SQLite file, whole or not at all; returns the number of its rows. */
export async function writeSqlite(file: string, { tables }: DemoDatabase): Promise<number> {
  const unfinished = `${file}.unfinished`;
  await rm(unfinished, { force: true });
  const database = new Database(unfinished);
  let written: number;
  try {
    written = database.transaction(() => writeTables(database, tables))();
  } finally {
    database.close();
  }
  await rename(unfinished, file);
  return written;
}

/** The demo's data as SQLite files of one folder. */
export function sqliteStore(dir: string): DemoStore {
  return {
    async prepare(database) {
      const { source, version, readyFile } = database;
      if (readyFile !== undefined) return { url: `sqlite:${readyFile}`, written: null };
      const file = join(dir, `${source}-${version}.sqlite`);
      const url = `sqlite:${file}`;
      if (existsSync(file)) return { url, written: null };
      return { url, written: await writeSqlite(file, database) };
    },
    close: () => Promise.resolve(),
  };
}
