import {
  date,
  double,
  integer,
  optional,
  text,
  type Cell,
  type DemoDatabase,
} from '../../../demo/write/demoDatabase.js';
import type { SourceName } from '../../../src/shared/brand.js';

const columns = [
  integer('row_id'),
  text('code', 10),
  optional(text('parent_code', 10)),
  optional(date('since')),
  optional(double('height')),
];

/** Rows that show what a database makes of case, blanks, accents, rare characters and nothing. */
export const sampleRows: readonly (readonly Cell[])[] = [
  [1, 'a', null, '1990-03-07', 36.266],
  [2, 'A', 'a', null, -0.5],
  [3, 'a ', 'a', null, null],
  [4, 'é', 'a', '2024-02-29', 0],
  [5, '𠮷\\\'"`;', 'A', null, 1e-7],
];

/** A small database; its one table has more rows than go into one statement. */
export function sampleDatabase(
  version: number,
  rows: () => Iterable<readonly Cell[]> = () => sampleRows,
): DemoDatabase {
  return {
    source: 'sample' as SourceName,
    version,
    tables: [
      {
        name: 'thing',
        columns,
        primaryKey: ['row_id'],
        unique: ['code'],
        indexes: [['parent_code', 'row_id']],
        rows,
      },
    ],
  };
}

/** The sample's rows and then so many others, at the end of which it fails if told to. */
export function* manyRows(count: number, fail = false): Generator<readonly Cell[]> {
  yield* sampleRows;
  for (let id = sampleRows.length + 1; id <= count; id += 1) {
    yield [id, `c${id}`, 'a', null, id / 2];
  }
  if (fail) throw new Error('it broke off');
}
