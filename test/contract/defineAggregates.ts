import { describe, expect, it } from '@jest/globals';

import type { AggregateRequest } from '../../src/source/request/aggregateRequest.js';
import { allRows, isIn, noRows } from '../../src/source/request/filter.js';
import type { Row } from '../../src/source/row.js';

import { failureOf } from './defineFailures.js';
import { useShelf } from './shelf.js';
import type { SourceKind } from './source.js';

export function defineAggregates(kind: SourceKind): void {
  const count = { kind: 'count' } as const;
  const odd = ['b\u0000', 'b\u0001'].find((text) => kind.holds('TEXT', text))!;

  describe.each([...kind.texts])('counts, by a text that is %s', (_, declared) => {
    const shelf = useShelf(kind, {
      columns: { t: declared, n: kind.columns.integer },
      rows: [
        [1, 'b', 2],
        [2, 'B', 1],
        [3, null, '9007199254740993'],
        [4, 'a', null],
        [5, 'b', 1],
        [6, 'b ', '9007199254740992'],
        [7, null, null],
        [8, odd, null],
        [9, '中', 1],
        [10, '', 1],
      ],
    });
    const request = (part: Partial<AggregateRequest>): AggregateRequest => ({
      table: shelf().table,
      filter: allRows,
      groupBy: [],
      measures: [count],
      each: null,
      maxGroups: null,
      ...part,
    });
    const aggregate = (part: Partial<AggregateRequest>): Promise<readonly Row[]> =>
      shelf().connector.aggregate(request(part));
    const by = (...names: readonly string[]) =>
      names.map((name) => ({ kind: 'column', column: shelf().column(name) }) as const);

    it('are of all rows that the filter lets through', async () => {
      expect(await aggregate({})).toEqual([[10]]);
      const filter = isIn(shelf().column('t'), ['b', 'B', 'x']);
      expect(await aggregate({ filter })).toEqual([[3]]);
      expect(await aggregate({ filter: isIn(shelf().column('n'), [77]) })).toEqual([[0]]);
      expect(await aggregate({ measures: [count, count] })).toEqual([[10, 10]]);
    });

    it('are of none where nothing is asked for, without a group where there is a key', async () => {
      expect(await aggregate({ filter: noRows })).toEqual([[0]]);
      expect(await aggregate({ filter: noRows, groupBy: by('t') })).toEqual([]);
      expect(shelf().connector.explain(request({ filter: noRows }))).toBeNull();
    });

    it('are told apart by code point, in that order, rows without a value by themselves', async () => {
      expect(await aggregate({ groupBy: by('t') })).toEqual([
        ['', 1],
        ['B', 1],
        ['a', 1],
        ['b', 2],
        [odd, 1],
        ['b ', 1],
        ['中', 1],
        [null, 2],
      ]);
      const filter = isIn(shelf().column('t'), ['b', 'B', 'x']);
      expect(await aggregate({ filter, groupBy: by('t') })).toEqual([
        ['B', 1],
        ['b', 2],
      ]);
    });

    it('are told apart by several keys, no digit lost', async () => {
      expect(await aggregate({ groupBy: by('n', 't') })).toEqual([
        [1, '', 1],
        [1, 'B', 1],
        [1, 'b', 1],
        [1, '中', 1],
        [2, 'b', 1],
        ['9007199254740992', 'b ', 1],
        ['9007199254740993', null, 1],
        [null, 'a', 1],
        [null, odd, 1],
        [null, null, 1],
      ]);
    });

    it('are explained by a statement without values', () => {
      const filter = isIn(shelf().column('id'), [99_199]);
      const told = shelf().connector.explain(request({ filter, groupBy: by('t') }));
      expect(told).toMatch(/^SELECT .+, COUNT\(\*\) FROM .+ WHERE .+ GROUP BY .+ ORDER BY .+$/);
      expect(told).not.toMatch(/\d{2}/);
    });

    it('fail as fetches do', async () => {
      expect(await failureOf(aggregate({ table: 'secret' }))).toBe('SOURCE_UNAVAILABLE');
      const absent = kind.absent();
      expect(await failureOf(absent.aggregate(request({})))).toBe('SOURCE_UNAVAILABLE');
      await absent.close();
    });
  });
}
