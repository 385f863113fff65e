import { describe, expect, it } from '@jest/globals';

import type {
  AggregateRequest,
  ColumnMeasure,
  Measure,
} from '../../src/source/request/aggregateRequest.js';
import { allRows, isIn } from '../../src/source/request/filter.js';
import type { Row } from '../../src/source/row.js';

import { useShelf } from './shelf.js';
import type { SourceKind } from './source.js';

/** What a source may hold that is no day, in a column of texts. */
const noDays = [
  ...['2001-02-31', '1900-02-29', '1985-13-01', '1985-00-01', '1985-12-00', '1985-1-2', ''],
  ...['1985-12-12 secret', '1985-12-12T00:00:00', '1985-12-12\n', '1985-12-12\u0000', 'secret'],
  ...[' 1985-12-12', '1985-12-12 '],
];

/** What is worked out over the values of groups, the same on every source. */
export function defineMeasures(kind: SourceKind): void {
  describe('measures', () => {
    const shelf = useShelf(kind, {
      columns: { t: [...kind.texts][0]![1], n: kind.columns.integer, d: kind.columns.date },
      rows: [
        [1, 'b', 2, '2024-02-29'],
        [2, 'B', 1, '2024-12-31'],
        [3, null, '9007199254740993', '2023-01-01'],
        [4, 'a', null, null],
        [5, 'b', 1, '2024-02-01'],
        [6, 'c', '9223372036854775807', null],
        [7, 'c', '9223372036854775807', null],
        [8, 'd', '-9223372036854775808', null],
        [9, 'd', -1, null],
      ],
    });

    const measures = (column: string, ...kinds: readonly ColumnMeasure['kind'][]) =>
      kinds.map((measure): Measure => ({ kind: measure, column: shelf().column(column) }));

    function aggregate(part: Partial<AggregateRequest>): Promise<readonly Row[]> {
      return shelf().connector.aggregate({
        table: shelf().table,
        filter: allRows,
        groupBy: [],
        measures: [],
        each: null,
        maxGroups: null,
        ...part,
      });
    }
    const of = (...texts: readonly string[]) => isIn(shelf().column('t'), texts);
    const byText = () => [{ kind: 'column', column: shelf().column('t') } as const];
    const byDay = (length: number) => [
      { kind: 'dayPart', column: shelf().column('d'), length } as const,
    ];

    it('count values and different ones, by code point, and no null', async () => {
      const told = [...measures('t', 'values', 'distinct'), ...measures('n', 'values', 'distinct')];
      expect(await aggregate({ measures: told })).toEqual([[8, 5, 8, 6]]);
      expect(await aggregate({ measures: told, filter: of('a') })).toEqual([[1, 1, 0, 0]]);
    });

    it('sum whole numbers to the last digit, beyond what 64 bits hold too', async () => {
      const sum = measures('n', 'sum');
      expect(await aggregate({ measures: sum, filter: of('b', 'B') })).toEqual([['4']]);
      expect(await aggregate({ measures: sum, filter: of('c') })).toEqual([
        ['18446744073709551614'],
      ]);
      expect(await aggregate({ measures: sum, filter: of('d') })).toEqual([
        ['-9223372036854775809'],
      ]);
      expect(await aggregate({ measures: sum, filter: of('a') })).toEqual([[null]]);
      expect(await aggregate({ measures: sum, filter: of('nobody') })).toEqual([[null]]);
    });

    it('tell the least and the greatest of numbers and of days', async () => {
      const told = [...measures('n', 'min', 'max'), ...measures('d', 'min', 'max')];
      expect(await aggregate({ measures: told, filter: of('a', 'b', 'B') })).toEqual([
        [1, 2, '2024-02-01', '2024-12-31'],
      ]);
      expect(await aggregate({ measures: told, filter: of('a') })).toEqual([
        [null, null, null, null],
      ]);
    });

    it('stand behind the values of their group, sums among them', async () => {
      const told: readonly Measure[] = [...measures('n', 'sum'), { kind: 'count' }];
      expect(await aggregate({ groupBy: byText(), measures: told, filter: of('a', 'b') })).toEqual([
        ['a', null, 1],
        ['b', '3', 2],
      ]);
    });

    it('are of the days of a year, or of a month', async () => {
      const count: readonly Measure[] = [{ kind: 'count' }];
      const text = (value: unknown) =>
        value instanceof Uint8Array ? Buffer.from(value).toString('utf8') : value;
      const grouped = async (length: number) =>
        (await aggregate({ groupBy: byDay(length), measures: count })).map((row) => row.map(text));
      expect(await grouped(4)).toEqual([
        ['2023', 1],
        ['2024', 3],
        [null, 5],
      ]);
      expect(await grouped(7)).toEqual([
        ['2023-01', 1],
        ['2024-02', 2],
        ['2024-12', 1],
        [null, 5],
      ]);
    });

    it('are of the first groups where no more are asked for', async () => {
      const count: readonly Measure[] = [{ kind: 'count' }];
      expect(await aggregate({ groupBy: byText(), measures: count, maxGroups: 2 })).toEqual([
        ['B', 1],
        ['a', 1],
      ]);
    });
  });

  describe.each([...kind.texts])('parts of days in a text that is %s', (_, declared) => {
    const days = ['0000-02-29', '2000-02-29', '2000-12-31'];
    const none = noDays.filter((text) => kind.holds('TEXT', text));
    const shelf = useShelf(kind, {
      columns: { d: declared },
      rows: [...days, null, ...none].map((day, index) => [index + 1, day]),
    });

    it.each([
      [
        4,
        [
          ['0000', 1],
          ['2000', 2],
          [null, none.length + 1],
        ],
      ],
      [
        7,
        [
          ['0000-02', 1],
          ['2000-02', 1],
          ['2000-12', 1],
          [null, none.length + 1],
        ],
      ],
    ])(
      'are of days alone; of whatever is none, not a character shows: %i',
      async (length, told) => {
        const rows = await shelf().connector.aggregate({
          table: shelf().table,
          filter: allRows,
          groupBy: [{ kind: 'dayPart', column: shelf().column('d'), length }],
          measures: [{ kind: 'count' }],
          each: null,
          maxGroups: null,
        });
        const text = (value: unknown) =>
          value instanceof Uint8Array ? Buffer.from(value).toString('utf8') : value;
        expect(rows.map((row) => row.map(text))).toEqual(told);
      },
    );
  });
}
