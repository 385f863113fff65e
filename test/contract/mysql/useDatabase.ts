import { afterAll, beforeAll } from '@jest/globals';

import type { Column } from '../../../src/source/column/column.js';
import type { FetchRequest } from '../../../src/source/request/fetchRequest.js';
import { allRows } from '../../../src/source/request/filter.js';
import type { Row } from '../../../src/source/row.js';
import { MysqlConnector } from '../../../src/sources/mysql/mysqlConnector.js';
import type { Statement } from '../../../src/sources/sql/statement.js';
import { inArrays, type ArrayConnector } from '../../support/inArrays.js';
import { createDatabase, type TestDatabase } from '../../support/mariadb.js';
import { columnOf } from '../source.js';

export interface OpenDatabase {
  readonly database: TestDatabase;
  readonly connector: ArrayConnector;
  /** The statements that went to the server. */
  readonly statements: readonly Statement[];
  column(table: string, name: string): Promise<Column>;
}

/** A request of a table, of all its rows unless said otherwise. */
export function requestOf(table: string, rest: Partial<FetchRequest>): FetchRequest {
  return { table, columns: [], filter: allRows, orderBy: [], limit: null, ...rest };
}

export const first = (rows: readonly Row[]): readonly unknown[] => rows.map(([value]) => value);

/** Opens a fresh database before the tests of a `describe`, and drops it after them. */
export function useDatabase(timeout: number, ...script: readonly string[]): () => OpenDatabase {
  let open: OpenDatabase;
  beforeAll(async () => {
    const database = await createDatabase('contract');
    for (const sql of script) await database.query(sql);
    const statements: Statement[] = [];
    const connector = inArrays(
      new MysqlConnector({
        url: database.url,
        timeout,
        observe: (statement) => statements.push(statement),
      }),
    );
    await connector.shape();
    const column = async (table: string, name: string): Promise<Column> =>
      columnOf(await connector.shape(), table, name);
    open = { database, connector, statements, column };
  });
  afterAll(async () => {
    await open.connector.close();
    await open.database.drop();
  });
  return () => open;
}
