import { describe, expect, it } from '@jest/globals';

import type { Column } from '../../src/source/column/column.js';
import { negate, type Filter } from '../../src/source/request/filter.js';

import { useShelf } from './shelf.js';
import type { SourceKind } from './source.js';

const lists = [[], ['a'], ['ab'], ['A', 'á', '中'], ['a', 'b'], ['b', '%'], ['_', "'"]];
const elements = [...new Set(lists.flat())];
/** What some collation, pattern or list in a text takes for an element. */
const strangers = ['', 'a,b', 'b,', ',', 'B', 'a ', 'Á', 'α', '\\', '\u0000', 'a\u0000', 'abc'];

/** What every source that has lists makes of one. */
export function defineLists(kind: SourceKind): void {
  const { list } = kind;
  if (!list) return;
  describe.each([...list.columns])('lists in %s', (_name, declared) => {
    const stored = [...lists.map(list.write), null];
    const shelf = useShelf(kind, {
      columns: { held: declared },
      rows: stored.map((value, id) => [id, value]),
    });
    const column = (): Column => ({
      ...shelf().column('held'),
      ...{ storage: 'LIST', elements: { storage: 'TEXT' } },
      ...(list.reading && { reading: list.reading }),
    });
    const idsOf = (test: (held: readonly string[]) => boolean) =>
      lists.flatMap((held, id) => (test(held) ? id : []));
    const none = lists.length;

    it('have an element by code point, and no part of one', async () => {
      const find = (filter: Filter) => shelf().ids({ filter });
      for (const value of [...elements, ...strangers]) {
        const has: Filter = { kind: 'has', column: column(), value };
        const found = idsOf((held) => held.includes(value));
        expect([value, await find(has)]).toEqual([value, found]);
        const others = idsOf((held) => !held.includes(value));
        expect([value, await find(negate(has))]).toEqual([value, [...others, none]]);
      }
      expect(await find({ kind: 'isNull', column: column() })).toEqual([none]);
    });

    it('are brought as arrays of texts in JSON', async () => {
      const rows = await shelf().fetch({ columns: [column()] });
      const told = rows.map(([value]) =>
        value === null ? null : (JSON.parse(String(value)) as string[]).sort(),
      );
      expect(told).toEqual([...lists.map((held) => [...held].sort()), null]);
    });

    it('bind what is asked for', () => {
      const filter: Filter = { kind: 'has', column: column(), value: 'secret' };
      const sql = shelf().connector.explain({
        ...{ table: shelf().table, columns: [shelf().column('id')], filter },
        ...{ orderBy: [], limit: null },
      });
      expect(sql).not.toContain('secret');
    });
  });
}
