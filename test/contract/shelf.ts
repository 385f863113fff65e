import { afterAll, beforeAll } from '@jest/globals';

import type { Column } from '../../src/source/column/column.js';
import type { FetchRequest } from '../../src/source/request/fetchRequest.js';
import { allRows } from '../../src/source/request/filter.js';
import type { Row, SqlValue } from '../../src/source/row.js';
import type { ArrayConnector } from '../support/inArrays.js';

import { columnOf, type DeclaredColumn, type SourceKind, type TestSource } from './source.js';

/** A table under test: its rows and its columns, the first of which is its key `id`. */
export interface Shelf {
  readonly table: string;
  readonly source: TestSource;
  readonly connector: ArrayConnector;
  column(name: string): Column;
  /** Runs a request of this table; what is not said is all rows, in the order of `id`. */
  fetch(request: Partial<FetchRequest>): Promise<readonly Row[]>;
  /** The ids of the rows that a request brings. */
  ids(request: Partial<FetchRequest>): Promise<readonly SqlValue[]>;
}

interface ShelfSpec {
  readonly columns: Readonly<Record<string, DeclaredColumn>>;
  readonly rows: readonly (readonly SqlValue[])[];
  /** Columns to make an index of, each by itself. */
  readonly indexes?: readonly string[];
}

/** Makes tables at a source. */
export async function addTable(source: TestSource, table: string, spec: ShelfSpec): Promise<void> {
  const { quote } = source;
  const columns = Object.entries(spec.columns).map(
    ([name, { declared }]) => `${quote(name)} ${declared}`,
  );
  await source.run(`CREATE TABLE ${quote(table)} (${columns.join(', ')})`);
  for (const name of spec.indexes ?? []) {
    const part = `${quote(name)}${spec.columns[name]?.prefix ?? ''}`;
    await source.run(`CREATE INDEX ${quote(`${table}_${name}`)} ON ${quote(table)} (${part})`);
  }
  if (spec.rows.length > 0) await source.insert(table, spec.rows);
}

/** Opens a source of one table before the tests of a `describe`, and closes it after them. */
export function useShelf(
  kind: SourceKind,
  spec: Omit<ShelfSpec, 'columns'> & { readonly columns: ShelfSpec['columns'] },
): () => Shelf {
  let shelf: Shelf;
  beforeAll(async () => {
    const source = await kind.create();
    const table = 'shelf';
    const columns = { id: kind.columns.key, ...spec.columns };
    await addTable(source, table, { ...spec, columns });
    const shape = await source.connector.shape();
    const column = (name: string): Column => columnOf(shape, table, name);
    const id = column('id');
    const fetch = (request: Partial<FetchRequest>): Promise<readonly Row[]> =>
      source.connector.fetch({
        table,
        columns: [id],
        filter: allRows,
        orderBy: [{ column: id, direction: 'ASC' }],
        limit: null,
        ...request,
      });
    shelf = {
      table,
      source,
      connector: source.connector,
      column,
      fetch,
      ids: async (request) => (await fetch(request)).map((row) => row[0] ?? null),
    };
  });
  afterAll(() => shelf.source.close());
  return () => shelf;
}
