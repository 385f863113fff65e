import { describe, expect, it } from '@jest/globals';

import type { Direction } from '../../src/source/request/direction.js';
import type { Order } from '../../src/source/request/fetchRequest.js';

import { useShelf } from './shelf.js';
import type { SourceKind } from './source.js';

export function defineOrders(kind: SourceKind): void {
  describe.each([...kind.texts])('orders and limits, by a text that is %s', (_, declared) => {
    const shelf = useShelf(kind, {
      columns: { t: declared, n: kind.columns.integer },
      rows: [
        [1, 'b', 2],
        [2, 'B', 1],
        [3, null, 3],
        [4, 'a', null],
        [5, 'b', 1],
        [6, 'b ', 9],
        [7, null, null],
        [8, 'b', null],
      ],
    });
    const by = (...terms: readonly `${string} ${Direction}`[]): readonly Order[] =>
      terms.map((term) => {
        const [name = '', direction] = term.split(' ');
        return { column: shelf().column(name), direction: direction as Direction };
      });
    const total = (rows: number) => ({ kind: 'total', rows }) as const;
    const each = (rows: number, name = 't') =>
      ({ kind: 'each', of: [shelf().column(name)], rows }) as const;

    const ids = (...terms: readonly `${string} ${Direction}`[]) =>
      shelf().ids({ orderBy: by(...terms) });

    it('follow several columns, nulls last whatever the direction', async () => {
      expect(await ids('t ASC', 'n ASC', 'id ASC')).toEqual([2, 4, 5, 1, 8, 6, 3, 7]);
      expect(await ids('t DESC', 'n DESC', 'id ASC')).toEqual([6, 1, 5, 8, 4, 2, 3, 7]);
      expect(await ids('n ASC', 'id DESC')).toEqual([5, 2, 1, 3, 6, 8, 7, 4]);
      expect(await ids('id DESC')).toEqual([8, 7, 6, 5, 4, 3, 2, 1]);
    });

    it('have nulls first where that is said, whatever the direction', async () => {
      expect(await ids('t ASC_NULLS_FIRST', 'n ASC', 'id ASC')).toEqual([3, 7, 2, 4, 5, 1, 8, 6]);
      expect(await ids('t DESC_NULLS_FIRST', 'n ASC', 'id ASC')).toEqual([3, 7, 6, 5, 1, 8, 4, 2]);
      expect(await ids('n DESC_NULLS_FIRST', 't ASC_NULLS_FIRST', 'id DESC')).toEqual([
        7, 4, 8, 6, 3, 1, 2, 5,
      ]);
    });

    it('take the first rows in all', async () => {
      const orderBy = by('t ASC', 'id ASC');
      expect(await shelf().ids({ orderBy, limit: total(3) })).toEqual([2, 4, 1]);
      expect(await shelf().ids({ orderBy, limit: total(0) })).toEqual([]);
      expect(await shelf().ids({ orderBy, limit: total(100) })).toHaveLength(8);
    });

    it('take the first rows of each value', async () => {
      const orderBy = by('n ASC', 'id ASC');
      expect(await shelf().ids({ orderBy, limit: each(1) })).toEqual([2, 5, 3, 6, 4]);
      expect(await shelf().ids({ orderBy, limit: each(2) })).toEqual([2, 5, 1, 3, 6, 4, 7]);
      expect(await shelf().ids({ orderBy, limit: each(0) })).toEqual([]);
      expect(await shelf().ids({ orderBy: by('id DESC'), limit: each(1, 'n') })).toEqual([
        8, 6, 5, 3, 1,
      ]);
    });

    it('take the first rows of each value that a filter leaves', async () => {
      const of = { kind: 'compare', column: shelf().column('t'), operator: 'in' } as const;
      const filter = { ...of, values: ['b', 'B', 'x'] } as const;
      const request = { filter, orderBy: by('id DESC'), limit: each(2) };
      expect(await shelf().ids(request)).toEqual([8, 5, 2]);
      expect(await shelf().fetch({ ...request, columns: [] })).toHaveLength(3);
    });
  });
}
