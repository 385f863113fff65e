import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { canonical } from '../../src/source/column/canonical.js';
import type { Column } from '../../src/source/column/column.js';
import type { FetchRequest } from '../../src/source/request/fetchRequest.js';
import { allOf, allRows, isIn, negate, type Filter } from '../../src/source/request/filter.js';
import type { Junction } from '../../src/source/request/junction.js';
import type { SqlValue } from '../../src/source/row.js';

import { orderings, passes, type Held } from './evaluate.js';
import { columnsOf, rowsOf } from './linkedRows.js';
import { addTable } from './shelf.js';
import { columnOf, type SourceKind, type TestSource } from './source.js';

const equal = (column: Column, one: SqlValue, other: SqlValue) =>
  one !== null && other !== null && orderings[column.storage](one, other) === 0;

/** The pairs of a key and a row that a junction leads to, each once. */
function reached(
  { keys, on, filter }: Junction,
  pairs: readonly Held[],
  rows: readonly Held[],
): readonly (readonly [SqlValue, Held])[] {
  const [key, end] = [keys[0]?.column, on[0]];
  if (!key || !end) throw new TypeError('a junction has a key, and leads on');
  const found: (readonly [SqlValue, Held])[] = [];
  for (const pair of pairs.filter((one) => passes(filter, one))) {
    const value = pair[key.name] ?? null;
    for (const row of rows) {
      const isTo = equal(end.to, pair[end.column.name] ?? null, row[end.to.name] ?? null);
      const isKnown = found.some(([other, known]) => known === row && equal(key, other, value));
      if (isTo && value !== null && !isKnown) found.push([value, row]);
    }
  }
  return found;
}

/** What was told of each key, whichever way a source writes that. */
const inOrder = ({ keys: [key] }: Junction, told: readonly (readonly SqlValue[])[]) =>
  told
    .map(([value = null, other]) => [key ? canonical(key.column, value) : value, Number(other)])
    .map((row) => JSON.stringify(row))
    .sort();

/** Rows that are reached by pairs of another table. */
export function defineJunctions(kind: SourceKind): void {
  describe('rows that pairs lead to', () => {
    const columns = columnsOf(kind);
    const names = Object.keys(columns);
    const held = (values: readonly SqlValue[]): Held =>
      Object.fromEntries(names.map((name, at) => [name, values[at] ?? null]));
    // Each pair stands twice, by its values, and more often as the collation of its columns has it.
    const tables = {
      target: rowsOf(names, 0),
      pair: [...rowsOf(names, 3), ...rowsOf(names, 3), ...rowsOf(names, 1)].map((row, id) => [
        id,
        ...row.slice(1),
      ]),
    };
    const [pairs, rows] = [tables.pair.map(held), tables.target.map(held)];
    let source: TestSource;
    let column: (table: 'pair' | 'target', name: string) => Column;
    beforeAll(async () => {
      source = await kind.create();
      for (const [table, of] of Object.entries(tables)) {
        await addTable(source, table, { columns, rows: of, indexes: names.slice(1, 4) });
      }
      const shape = await source.connector.shape();
      column = (table, name) => columnOf(shape, table, name);
    });
    afterAll(() => source.close());

    const junctionOf = (key: string, on: string, filter: Filter = allRows): Junction => {
      const of = column('pair', key);
      // Keys that lead nowhere are nobody's.
      const isKey = negate({ kind: 'isNull', column: of });
      return {
        table: 'pair',
        filter: allOf([isKey, filter]),
        keys: [{ column: of, as: { ...of, name: 'pair_key' } }],
        on: [{ column: column('pair', on), as: 'pair_to', to: column('target', on) }],
        areDistinct: false,
      };
    };
    const requestOf = (junction: Junction, more: Partial<FetchRequest>): FetchRequest => ({
      table: 'target',
      columns: [...junction.keys.map(({ as }) => as), column('target', 'id')],
      filter: allRows,
      orderBy: [{ column: column('target', 'id'), direction: 'ASC' }],
      limit: null,
      junction,
      ...more,
    });

    it('come once for each key, by code point and by exact value', async () => {
      for (const key of names.slice(1)) {
        for (const on of names.slice(1)) {
          const junction = junctionOf(key, on);
          const told = await source.connector.fetch(requestOf(junction, {}));
          const right = reached(junction, pairs, rows).map(([value, row]) => [value, row['id']!]);
          expect([key, on, inOrder(junction, told)]).toEqual([key, on, inOrder(junction, right)]);
        }
      }
    });

    it('are the first of each key, of those that a filter leaves', async () => {
      for (const key of names.slice(1)) {
        const junction = junctionOf(key, 'n', isIn(column('pair', 'd'), ['1970-01-01']));
        const filter = negate(isIn(column('target', 'id'), [2, 5]));
        const keys = junction.keys.map(({ as }) => as);
        const limit = { kind: 'each', of: keys, rows: 2 } as const;
        const told = await source.connector.fetch(requestOf(junction, { filter, limit }));
        const left = reached(
          junction,
          pairs,
          rows.filter((row) => passes(filter, row)),
        );
        const right = left.filter(([value, row]) => {
          const before = left.filter(([other, one]) => {
            return equal(keys[0]!, other, value) && Number(one['id']) < Number(row['id']);
          });
          return before.length < 2;
        });
        expect([key, inOrder(junction, told)]).toEqual([
          key,
          inOrder(
            junction,
            right.map(([value, row]) => [value, row['id']!]),
          ),
        ]);
      }
    });

    it('are counted by key', async () => {
      for (const key of names.slice(1)) {
        const junction = junctionOf(key, 'n');
        const told = await source.connector.aggregate({
          table: 'target',
          filter: allRows,
          groupBy: junction.keys.map(({ as }) => ({ kind: 'column', column: as })),
          measures: [{ kind: 'count' }],
          each: null,
          maxGroups: null,
          junction,
        });
        const found = reached(junction, pairs, rows);
        const of = junction.keys[0]!.column;
        const values = found.filter(
          ([value], at) => found.findIndex(([other]) => equal(of, other, value)) === at,
        );
        const right = values.map(([value]) => [
          value,
          found.filter(([other]) => equal(of, other, value)).length,
        ]);
        expect([key, inOrder(junction, told)]).toEqual([key, inOrder(junction, right)]);
      }
    });
  });
}
