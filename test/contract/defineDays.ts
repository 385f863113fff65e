import { describe, expect, it } from '@jest/globals';

import type { Column } from '../../src/source/column/column.js';
import { compare, negate, type Filter } from '../../src/source/request/filter.js';

import { useShelf } from './shelf.js';
import type { SourceKind } from './source.js';

/** What stands where days should, by the kind of column. */
const inTexts = [
  '0000-00-00',
  '2012-00-00',
  '1990-02-31',
  '',
  'secret',
  '1990-3-7',
  '19900307',
  '1990-03-07 ',
  '1990-02-29',
];
const days = ['0001-01-01', '1990-03-07', '2024-02-29'];

/** What every source makes of a column of days that holds what is none. */
export function defineDays(kind: SourceKind): void {
  describe.each([
    ['dates', kind.columns.date, kind.noDays],
    ...[...kind.texts].map(([name, text]) => [`texts that are ${name}`, text, inTexts] as const),
  ] as const)('days in %s', (_, declared, noDays) => {
    const held = [...days, ...noDays, null];
    const shelf = useShelf(kind, {
      columns: { bare: declared, indexed: declared },
      rows: held.map((day, id) => [id, day, day]),
      indexes: ['indexed'],
    });
    const asDays = (name: string): Column => ({
      ...shelf().column(name),
      nullable: true,
      calendar: 'DAY',
    });
    const idsOf = (...texts: readonly (string | null)[]) =>
      texts.map((text) => held.indexOf(text)).sort((one, other) => one - other);

    it.each(['bare', 'indexed'])(
      'are compared; what is none is met by nothing (%s)',
      async (name) => {
        const column = asDays(name);
        const find = (filter: Filter) => shelf().ids({ filter });
        expect(await find(compare(column, 'lt', '9999-12-31'))).toEqual(idsOf(...days));
        expect(await find(compare(column, 'lte', '1990-03-07'))).toEqual(
          idsOf('0001-01-01', '1990-03-07'),
        );
        expect(await find(compare(column, 'gt', '0001-01-01'))).toEqual(
          idsOf('1990-03-07', '2024-02-29'),
        );
        expect(await find(compare(column, 'gte', '0001-01-01'))).toEqual(idsOf(...days));
        expect(await find(negate(compare(column, 'lt', '9999-12-31')))).toEqual(
          idsOf(...noDays, null),
        );
      },
    );

    it.each(['bare', 'indexed'])('are null where they are none (%s)', async (name) => {
      const isNull: Filter = { kind: 'isNull', column: asDays(name) };
      expect(await shelf().ids({ filter: isNull })).toEqual(idsOf(...noDays, null));
      expect(await shelf().ids({ filter: negate(isNull) })).toEqual(idsOf(...days));
    });

    it.each(['bare', 'indexed'])(
      'stand at the place of nulls where they are none (%s)',
      async (name) => {
        const column = asDays(name);
        const byDay = async (direction: 'ASC' | 'DESC_NULLS_FIRST') =>
          shelf().ids({
            orderBy: [
              { column, direction },
              { column: shelf().column('id'), direction: 'ASC' },
            ],
          });
        expect(await byDay('ASC')).toEqual([
          ...days.map((_day, id) => id),
          ...idsOf(...noDays, null),
        ]);
        expect(await byDay('DESC_NULLS_FIRST')).toEqual([
          ...idsOf(...noDays, null),
          ...days.map((_day, id) => id).reverse(),
        ]);
      },
    );

    it('are one group of nulls where they are none, and no measure counts them', async () => {
      const column = asDays('bare');
      const aggregate = (groupBy: readonly { kind: 'column'; column: Column }[]) =>
        shelf().connector.aggregate({
          table: shelf().table,
          filter: { kind: 'everything' },
          groupBy,
          measures: [
            { kind: 'count' },
            ...(['values', 'distinct', 'min', 'max'] as const).map((of) => ({ kind: of, column })),
          ],
          each: null,
          maxGroups: null,
        });
      expect(await aggregate([{ kind: 'column', column }])).toEqual([
        ...days.map((day) => [day, 1, 1, 1, day, day]),
        [null, noDays.length + 1, 0, 0, null, null],
      ]);
      expect(await aggregate([])).toEqual([[held.length, 3, 3, days[0], days.at(-1)]]);
    });
  });
}
