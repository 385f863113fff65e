import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';

import type { SourceName } from '../../../src/shared/brand.js';
import type { Column } from '../../../src/source/column/column.js';
import type { Parameter } from '../../../src/source/column/parameter.js';
import type { FetchRequest } from '../../../src/source/request/fetchRequest.js';
import { allOf, allRows, isIn, isRelated } from '../../../src/source/request/filter.js';
import { compileStatement } from '../../../src/sources/sql/select/compileFetch.js';
import { KeyReader } from '../../../src/sources/sqlite/keyReader.js';
import { SqliteConnector } from '../../../src/sources/sqlite/sqliteConnector.js';
import { sqliteDialect } from '../../../src/sources/sqlite/sqliteDialect.js';
import { temporaryFolder } from '../../support/temporaryFolder.js';

import { ascending, requestOf } from './requests.js';

const column = (name: string, storage: Column['storage']): Column => ({
  name,
  storage,
  nullable: false,
  exact: true,
});
const id = column('id', 'INTEGER');
const code = column('code', 'TEXT');
const nocase = { ...column('nocase', 'TEXT'), exact: false };
const pair = column('pair', 'TEXT');
const shared = column('shared', 'TEXT');

let dir: string;
let remove: () => void;
let file: string;
let writer: Database.Database;
let reader: KeyReader;

beforeEach(() => {
  ({ dir, remove } = temporaryFolder());
  file = join(dir, 'source.sqlite');
  writer = new Database(file);
  writer.exec(`
    CREATE TABLE t (
      id INTEGER PRIMARY KEY, code TEXT UNIQUE, nocase TEXT COLLATE NOCASE UNIQUE, pair TEXT,
      shared TEXT, value, UNIQUE (pair, shared));
    CREATE INDEX t_by_shared ON t (shared);
    INSERT INTO t VALUES (1, 'a', 'A', 'p', 's', 'one'), (2, 'b', 'B', 'p', 't', 'two')`);
  reader = new KeyReader(file);
});

afterEach(() => {
  reader.close();
  writer.close();
  remove();
});

function read(request: FetchRequest): ReturnType<KeyReader['read']> {
  return reader.read(request, compileStatement(request, sqliteDialect));
}

/** A value as it is read here, and as the thread reads it. */
async function readBothWays(sql: string): Promise<readonly unknown[]> {
  writer.exec(`INSERT INTO t (id, value) VALUES (10, ${sql})`);
  const columns = [id, column('value', 'OTHER')];
  const request = requestOf({ columns, filter: isIn(id, [10]) });
  const here = read(request);
  const connector = new SqliteConnector({ file, timeout: 5_000 });
  const there = await connector.fetch({ ...request, limit: { kind: 'total', rows: 1 } });
  await connector.close();
  return [here, there];
}

const by = (key: Column, ...keys: readonly Parameter[]): FetchRequest =>
  requestOf({ columns: [id], filter: isIn(key, keys) });

describe('rows that are read on the event loop', () => {
  it('are those that a unique index finds, one for each key', () => {
    expect(read(by(id, 2))).toEqual([[2]]);
    expect(read(by(code, 'a', 'b', 'c'))).toEqual([[1], [2]]);
    expect(read(by(code, 'nobody'))).toEqual([]);
  });

  it('may be in the order of the key, as where it has two spellings', () => {
    expect(read({ ...by(code, 'b', 'a'), orderBy: [ascending(code)] })).toEqual([[1], [2]]);
  });

  it('are in scope', () => {
    const inScope = (...shares: readonly Parameter[]) =>
      read({ ...by(code, 'a'), filter: allOf([isIn(code, ['a']), isIn(shared, shares)]) });
    expect(inScope('s', 't')).toEqual([[1]]);
    expect(inScope('t')).toEqual([]);
  });

  const source = 'own' as SourceName;
  const condition = isIn(pair, ['p']);
  const related = { source, table: 't', from: [shared], to: [shared], scope: allRows, condition };
  const isLinkedToP = isRelated('related', related);
  const many = Array.from({ length: 129 }, (_, index) => `key ${index}`);
  it.each([
    ['all of them', requestOf({ columns: [id] })],
    ['found by an index that is not unique', by(shared, 's')],
    ['found by the first half of a key', by(pair, 'p')],
    ['found by an index that takes case for nothing', by(nocase, 'A')],
    ['found by more keys than are found in no time', by(code, ...many)],
    ['sorted', { ...by(code, 'a', 'b'), orderBy: [ascending(shared)] }],
    ['in two orders', { ...by(code, 'a'), orderBy: [ascending(code), ascending(id)] }],
    ['cut off', { ...by(code, 'a'), limit: { kind: 'total', rows: 1 } }],
    [
      'under a condition on linked rows',
      requestOf({ columns: [id], filter: allOf([isIn(code, ['a']), isLinkedToP]) }),
    ],
  ] satisfies [string, FetchRequest][])('are not %s', (_what, request) => {
    const { sql, parameters } = compileStatement(request, sqliteDialect);
    expect(() => writer.prepare(sql).all(...parameters)).not.toThrow();
    expect(read(request)).toBeUndefined();
  });

  it.each([
    ['a text', `'text 😀' || char(0)`, 'text 😀\u0000'],
    ['an integer that no number holds', '9007199254740993', '9007199254740993'],
    ['a zero below zero', '-0.0', 0],
    ['a number without end', '9e999', null],
    ['nothing', 'NULL', null],
  ])('are what the thread reads: %s', async (_what, sql, told) => {
    expect(await readBothWays(sql)).toEqual([[[10, told]], [[10, told]]]);
  });

  it('tell no bytes, either way', async () => {
    expect(JSON.stringify(await readBothWays(`x'00ff'`))).toBe('[[[10,{}]],[[10,{}]]]');
  });

  it('are as last written, and keep nobody from writing beyond their turn', async () => {
    expect(read(by(code, 'c'))).toEqual([]);
    await setImmediate();
    writer.exec(`INSERT INTO t (id, code) VALUES (3, 'c')`);
    expect(read(by(code, 'c'))).toEqual([[3]]);
  });
});

describe('where nothing can be read', () => {
  it('nobody who holds the file is waited for', async () => {
    expect(read(by(code, 'a'))).toEqual([[1]]);
    await setImmediate();
    writer.exec('BEGIN EXCLUSIVE');
    const begun = performance.now();
    expect(read(by(code, 'a'))).toBeUndefined();
    expect(performance.now() - begun).toBeLessThan(1_000);
    await setImmediate();
    writer.exec('ROLLBACK');
    expect(read(by(code, 'a'))).toEqual([[1]]);
  });

  it('no file is made, and it is read once it is there', () => {
    const later = join(dir, 'later.sqlite');
    reader = new KeyReader(later);
    expect(read(by(code, 'a'))).toBeUndefined();
    expect(existsSync(later)).toBe(false);
    writer.exec(`VACUUM INTO '${later}'`);
    expect(read(by(code, 'a'))).toEqual([[1]]);
  });

  it('a table that is gone is left to the thread', () => {
    expect(read({ ...by(code, 'a'), table: 'gone' })).toBeUndefined();
  });

  it('a connector that is closed reads nothing by keys either', async () => {
    const connector = new SqliteConnector({ file, timeout: 1_000 });
    expect(await connector.fetch(by(code, 'a'))).toEqual([[1]]);
    await connector.close();
    await expect(connector.fetch(by(code, 'a'))).rejects.toMatchObject({
      code: 'SOURCE_UNAVAILABLE',
    });
  });
});
