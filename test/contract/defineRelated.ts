import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import type { SourceName } from '../../src/shared/brand.js';
import type { FetchRequest } from '../../src/source/request/fetchRequest.js';
import {
  allRows,
  isIn,
  negate,
  noRows,
  type Filter,
  type Related,
} from '../../src/source/request/filter.js';
import type { SqlValue } from '../../src/source/row.js';

import { evaluate, type Held, type Tables } from './evaluate.js';
import { byCollation, columnsOf, only, rowsOf } from './linkedRows.js';
import { addTable } from './shelf.js';
import { columnOf, type SourceKind, type TestSource } from './source.js';

export function defineRelated(kind: SourceKind): void {
  // Which tables are small, and what finds their rows, decides how a statement is written, and never what it brings.
  describe.each(['before', 'once'])('rows that are linked, %s sizes are known', (when) => {
    const columns = columnsOf(kind);
    const names = Object.keys(columns);
    const tables: Tables = {
      near: rowsOf(names, 0).map(heldOf),
      // One text is left out, and one is there for many.
      far: rowsOf(names, 3).map(heldOf),
      // A name that the statement would give a linked table by itself.
      linked_1: rowsOf(names, 1).map(heldOf),
    };
    function heldOf(values: readonly SqlValue[]): Held {
      return Object.fromEntries(names.map((name, at) => [name, values[at] ?? null]));
    }

    let source: TestSource;
    /** A link by columns of these names, each by its place. */
    let ends: (
      table: string,
      from: string | readonly string[],
      to: string | readonly string[],
    ) => Related;
    beforeAll(async () => {
      source = await kind.create();
      for (const [table, rows] of Object.entries(tables)) {
        const values = rows.map((row) => names.map((name) => row[name] ?? null));
        const indexes = names.slice(1, 4);
        await addTable(source, table, { columns, rows: values, indexes });
      }
      const shape = await source.connector.shape();
      if (when === 'once') await source.connector.sizes();
      const found = (table: string, of: string | readonly string[]) =>
        [of].flat().map((name) => columnOf(shape, table, name));
      ends = (table, from, to) => ({
        source: 'any' as SourceName,
        table,
        from: found('near', from),
        to: found(table, to),
        scope: allRows,
        condition: allRows,
      });
    });
    afterAll(() => source.close());

    async function expectFound(table: string, filter: Filter): Promise<void> {
      const id = only(ends(table, 'id', 'id').to);
      const request: FetchRequest = {
        table,
        columns: [id],
        filter,
        orderBy: [{ column: id, direction: 'ASC' }],
        limit: null,
      };
      const expected = evaluate(request, tables[table] ?? [], tables).map((row) => [row['id']]);
      expect(await source.connector.fetch(request)).toEqual(expected);
    }

    const isLinked = (related: Related): Filter => ({ kind: 'related', ...related });

    it('are found by equal values of any storage, in another table and in the same', async () => {
      for (const name of names.slice(1)) {
        for (const table of ['far', 'near', 'linked_1']) {
          const filter = isLinked(ends(table, name, name));
          await expectFound('near', filter);
          await expectFound('near', negate(filter));
        }
      }
    });

    it('are found by equal values of several columns, of which none is null', async () => {
      for (const one of names.slice(1)) {
        for (const other of names.slice(1).filter((name) => name !== one)) {
          const filter = isLinked(ends('far', [one, other], [one, other]));
          await expectFound('near', filter);
          await expectFound('near', negate(filter));
        }
      }
    });

    it('are found by code point, whatever the collations of the two columns', async () => {
      const collations = Object.keys(byCollation(kind));
      for (const from of collations) {
        for (const to of collations) {
          const filter = isLinked(ends('far', from, to));
          await expectFound('near', filter);
          await expectFound('near', negate(filter));
        }
      }
    });

    it('are found by one text, and not by those that a collation takes for it', async () => {
      for (const name of Object.keys(byCollation(kind))) {
        for (const text of ['a', 'A', 'e']) {
          const related = ends('far', name, name);
          const filter = isLinked({ ...related, scope: isIn(only(related.to), [text]) });
          await expectFound('near', filter);
          await expectFound('near', negate(filter));
          await expectFound('near', { kind: 'or', of: [filter, isIn(only(related.from), ['中'])] });
        }
      }
    });

    it('are those in scope alone, that meet the condition, through one link after another', async () => {
      const few = isIn(only(ends('far', 'n', 'n').to), [1, 0]);
      const itself = ends('near', 'n', 'n');
      const behind = {
        ...itself,
        condition: isLinked({ ...ends('linked_1', 'r', 'r'), scope: few }),
      };
      for (const scope of [allRows, few, negate(few), noRows]) {
        for (const condition of [allRows, few, negate(few), isLinked(behind)]) {
          const filter = isLinked({ ...itself, scope, condition });
          await expectFound('near', filter);
          await expectFound('near', negate(filter));
          await expectFound('linked_1', { kind: 'or', of: [filter, few] });
        }
      }
    });
  });
}
