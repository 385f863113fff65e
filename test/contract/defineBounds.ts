import { describe, expect, it } from '@jest/globals';

import type { Column } from '../../src/source/column/column.js';
import { tooLarge } from '../../src/source/column/tooLarge.js';
import { allRows } from '../../src/source/request/filter.js';

import { useShelf } from './shelf.js';
import type { SourceKind } from './source.js';

const bound = 12;
/** In UTF-8 a Chinese character has three bytes, and in some of the columns two. */
const within = ['', 'a', 'a'.repeat(12), '中中中中', '中中中aaa', '😀😀😀'];
const beyond = ['a'.repeat(13), '中中中中a', '中中中aaaa', '中中中中中', '😀😀😀a', 'é'.repeat(7)];

/** What every source makes of a bound on the values that it brings. */
export function defineBounds(kind: SourceKind): void {
  describe.each([...kind.texts])('values beyond a bound, of a column that is %s', (_, declared) => {
    const texts = [...within, ...beyond, null];
    const shelf = useShelf(kind, {
      columns: { held: declared },
      rows: texts.map((text, id) => [id, text]),
    });
    const column = (): Column => ({ ...shelf().column('held'), bound });
    const told = [...within, ...beyond.map(() => tooLarge), null];

    it('are left where they are from one byte of UTF-8 on that they have more', async () => {
      const rows = await shelf().fetch({ columns: [column()] });
      expect(rows.map(([value]) => value)).toEqual(told);
    });

    it('are groups of their own all the same', async () => {
      const rows = await shelf().connector.aggregate({
        ...{ table: shelf().table, filter: allRows, each: null, maxGroups: null },
        groupBy: [{ kind: 'column', column: column() }],
        measures: [{ kind: 'count' }],
      });
      expect(rows.map(([value]) => value).sort()).toEqual([...told].sort());
      expect(rows.map(([, count]) => Number(count))).toEqual(told.map(() => 1));
    });

    it('are compared as what they are', async () => {
      const values = ['中中中中', '中中中中中'];
      const filter = { kind: 'compare', column: column(), operator: 'in', values } as const;
      expect(await shelf().ids({ filter })).toEqual(values.map((value) => texts.indexOf(value)));
    });
  });
}
