import type { Column } from '../../../source/column/column.js';
import type { FetchRequest } from '../../../source/request/fetchRequest.js';
import type { Filter } from '../../../source/request/filter.js';
import type { Dialect } from '../dialect.js';
import { compileWhere } from '../filter/compileFilter.js';
import type { Placeholders } from '../placeholders.js';

/** What tells of a row whether it meets a filter, and a name that no column of the statement has. */
interface WrittenTest {
  readonly sql: string;
  readonly name: string;
}

/** The tests among the columns that a request reads. */
export type WrittenTests = ReadonlyMap<Column, WrittenTest>;

const noTests: WrittenTests = new Map();

/** SQL's third truth value is none of a filter's two: what is not met is 0, whatever holds no value. */
function writeTest(
  filter: Filter | undefined,
  table: string,
  dialect: Dialect,
  placeholders: Placeholders,
): string {
  if (!filter) throw new TypeError('a request reads a test that it does not state');
  if (filter.kind === 'everything') return '1';
  if (filter.kind === 'nothing') return '0';
  return `CASE WHEN ${compileWhere(filter, table, dialect, placeholders)} THEN 1 ELSE 0 END`;
}

/** The beginning of names that no column has. Databases ignore the case of a name. */
function freePrefix(columns: readonly Column[]): string {
  const taken = columns.map(({ name }) => name.toLowerCase());
  let prefix = 'test_';
  while (taken.some((name) => name.startsWith(prefix))) prefix += '_';
  return prefix;
}

/**
 * Writes the tests among the columns of a fetch. They come before the rest of a statement, where values stand
 * in the order of their places.
 */
export function writeTests(
  { table, columns, orderBy, tests = [] }: FetchRequest,
  dialect: Dialect,
  placeholders: Placeholders,
): WrittenTests {
  if (columns.every(({ test }) => test === undefined)) return noTests;
  const prefix = freePrefix([...columns, ...orderBy.map(({ column }) => column)]);
  const written = columns.flatMap((column): readonly (readonly [Column, WrittenTest])[] => {
    const { test } = column;
    if (test === undefined) return [];
    const sql = writeTest(tests[test], table, dialect, placeholders);
    return [[column, { sql, name: dialect.quote(`${prefix}${test}`) }]];
  });
  return new Map(written);
}
