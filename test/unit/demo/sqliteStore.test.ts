import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';

import { sqliteStore } from '../../../demo/write/sqliteStore.js';
import { temporaryFolder } from '../../support/temporaryFolder.js';

import { manyRows, sampleDatabase, sampleRows } from './sampleDatabase.js';

let dir: string;
let remove: () => void;
beforeEach(() => {
  ({ dir, remove } = temporaryFolder());
});
afterEach(() => {
  remove();
});

function read(file: string, sql: string): unknown[] {
  const database = new Database(join(dir, file), { readonly: true });
  try {
    return database.prepare(sql).raw().all();
  } finally {
    database.close();
  }
}

describe('a demo database as a SQLite file', () => {
  it('holds every row as it is, with its keys and indexes', async () => {
    const { url, written } = await sqliteStore(dir).prepare(sampleDatabase(1));
    expect([url, written]).toEqual([`sqlite:${join(dir, 'sample-1.sqlite')}`, 5]);
    expect(read('sample-1.sqlite', 'SELECT * FROM thing ORDER BY row_id')).toEqual(sampleRows);
    expect(
      read('sample-1.sqlite', `SELECT name, type, "notnull", pk FROM pragma_table_info('thing')`),
    ).toEqual([
      ['row_id', 'INTEGER', 1, 1],
      ['code', 'TEXT', 1, 0],
      ['parent_code', 'TEXT', 0, 0],
      ['since', 'TEXT', 0, 0],
      ['height', 'REAL', 0, 0],
    ]);
    expect(
      read('sample-1.sqlite', `SELECT name, "unique" FROM pragma_index_list('thing') ORDER BY 1`),
    ).toEqual([
      ['sqlite_autoindex_thing_1', 1],
      ['thing_by_parent_code_row_id', 0],
    ]);
  });

  it('is used again, and another is made of another version', async () => {
    const store = sqliteStore(dir);
    await store.prepare(sampleDatabase(1));
    const never = sampleDatabase(1, () => manyRows(0, true));
    expect((await store.prepare(never)).written).toBeNull();
    const next = sampleDatabase(2, () => manyRows(2_500));
    expect((await store.prepare(next)).written).toBe(2_500);
    expect(readdirSync(dir).sort()).toEqual(['sample-1.sqlite', 'sample-2.sqlite']);
  });

  it('is made whole or not at all, and anew after it was broken off', async () => {
    const store = sqliteStore(dir);
    const broken = sampleDatabase(1, () => manyRows(1_500, true));
    await expect(store.prepare(broken)).rejects.toThrow('it broke off');
    expect(existsSync(join(dir, 'sample-1.sqlite'))).toBe(false);
    writeFileSync(join(dir, 'sample-1.sqlite.unfinished'), 'what a crash left');
    expect((await store.prepare(sampleDatabase(1))).written).toBe(5);
    expect(readdirSync(dir)).toEqual(['sample-1.sqlite']);
  });

  it('is the ready file where there is one', async () => {
    const ready = {
      ...sampleDatabase(1, () => manyRows(0, true)),
      readyFile: '/data/ready.sqlite',
    };
    expect(await sqliteStore(dir).prepare(ready)).toEqual({
      url: 'sqlite:/data/ready.sqlite',
      written: null,
    });
    expect(readdirSync(dir)).toEqual([]);
  });
});
