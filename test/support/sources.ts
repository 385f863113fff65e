import { join } from 'node:path';

import Database from 'better-sqlite3';

/** The SQLite files of the small world. */
export type SourceFile = 'divisions' | 'population';

/** Runs statements on a source's file behind the gateway's back, as its owner would. */
export function alterSource(dir: string, source: SourceFile, sql: string): void {
  const database = new Database(join(dir, `${source}.sqlite`));
  try {
    database.exec(sql);
  } finally {
    database.close();
  }
}

/** All rows of a table, read past the gateway. */
export function readTable(dir: string, source: SourceFile, table: string): unknown[] {
  const database = new Database(join(dir, `${source}.sqlite`), { readonly: true });
  try {
    return database.prepare(`SELECT * FROM ${table} ORDER BY 1`).all();
  } finally {
    database.close();
  }
}

/** Holds a source's file against every reader until the returned function is called. */
export function lockSource(dir: string, source: SourceFile): () => void {
  const database = new Database(join(dir, `${source}.sqlite`));
  database.exec('BEGIN EXCLUSIVE');
  return () => {
    database.exec('ROLLBACK');
    database.close();
  };
}
