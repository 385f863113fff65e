import { describe, expect, it } from '@jest/globals';

import type { SourceName } from '../../src/shared/brand.js';
import { shiftClock } from '../../src/shared/shiftClock.js';
import type { Column } from '../../src/source/column/column.js';
import { unread } from '../../src/source/column/readAs.js';
import { allRows, compare, isIn, negate, type Filter } from '../../src/source/request/filter.js';

import { useShelf } from './shelf.js';
import type { SourceKind } from './source.js';

/** What a clock showed, to the ends of the calendar. */
const shown = [
  '0001-01-01 00:00:00',
  '1990-03-07 07:59:59',
  '1990-03-07 08:00:00',
  '2024-02-29 23:59:59',
  '9999-12-31 12:00:00',
];

/** What is a moment there, and has no year of four digits by the clock of UTC. */
const beyond = (offset: number) => (offset > 0 ? '0000-01-01 03:00:00' : '9999-12-31 23:00:00');

const noTexts = [
  '',
  'secret',
  '2024-02-30 10:00:00',
  '2024-02-29T10:00:00',
  '2024-02-29 10:00:00Z',
];

/** What every source makes of a column of instants by a clock that is not that of UTC. */
export function defineClocks(kind: SourceKind): void {
  const texts = [...kind.texts].map(([name, declared]) => [name, declared] as const);
  const moments = kind.moment ? [['moments', kind.moment] as const] : [];
  const columns = [...texts, ...moments].flatMap(([name, declared]) =>
    [480, -570, 0].map((offset) => [name, offset, declared] as const),
  );
  describe.each(columns)('instants in %s, %i minutes ahead', (_, offset, declared) => {
    const isText = declared.shape.storage === 'TEXT';
    const misfits = isText
      ? [...noTexts, '2024-02-29 10:00:00.50', ...(offset === 0 ? [] : [beyond(offset)])]
      : kind.noMoments;
    const held = [...shown, ...(isText ? ['9999-12-31 12:00:00.5'] : [])];
    const told = held.map((text) => shiftClock(text, -offset)!);
    const stored = [...held, ...misfits.filter((text) => kind.holds('TEXT', text)), null];
    const shelf = useShelf(kind, {
      columns: { bare: declared, indexed: declared },
      rows: stored.map((value, id) => [id, value, value]),
      indexes: ['indexed'],
    });
    const columnOf = (name: string): Column => ({
      ...shelf().column(name),
      nullable: true,
      calendar: 'MOMENT',
      reading: { kind: 'clock', offset, isText },
    });
    const none = stored.slice(held.length).map((_value, at) => held.length + at);
    const idsOf = (test: (value: string) => boolean) =>
      told.flatMap((value, id) => (test(value) ? id : []));

    it.each(['bare', 'indexed'])('are compared as instants (%s)', async (name) => {
      const column = columnOf(name);
      const find = (filter: Filter) => shelf().ids({ filter });
      for (const value of told) {
        expect(await find(compare(column, 'lt', value))).toEqual(idsOf((one) => one < value));
        expect(await find(compare(column, 'lte', value))).toEqual(idsOf((one) => one <= value));
        expect(await find(compare(column, 'gt', value))).toEqual(idsOf((one) => one > value));
        expect(await find(compare(column, 'gte', value))).toEqual(idsOf((one) => one >= value));
        expect(await find(isIn(column, [value]))).toEqual(idsOf((one) => one === value));
      }
      expect(await find({ kind: 'isNull', column })).toEqual(none);
      expect(await find(negate({ kind: 'isNull', column }))).toEqual(idsOf(() => true));
      expect(await find(negate(compare(column, 'gte', told[0]!)))).toEqual(none);
    });

    it('are brought by the clock of UTC, and what is none as nothing that is one', async () => {
      const rows = await shelf().fetch({ columns: [columnOf('bare')] });
      const others = stored.slice(held.length, -1).map(() => unread);
      expect(rows.map(([value]) => value)).toEqual([...told, ...others, null]);
    });

    it('are sorted as instants, with what is none where nulls are', async () => {
      const sorted = (direction: 'ASC' | 'DESC') =>
        shelf().ids({
          orderBy: [
            { column: columnOf('indexed'), direction },
            { column: shelf().column('id'), direction: 'ASC' },
          ],
        });
      const order = idsOf(() => true);
      expect(await sorted('ASC')).toEqual([...order, ...none]);
      expect(await sorted('DESC')).toEqual([...order.toReversed(), ...none]);
    });

    it('are grouped and measured', async () => {
      const column = columnOf('bare');
      const aggregate = (groupBy: readonly { kind: 'column'; column: Column }[]) =>
        shelf().connector.aggregate({
          table: shelf().table,
          filter: allRows,
          groupBy,
          measures: (['values', 'distinct', 'min', 'max'] as const).map((measure) => ({
            kind: measure,
            column,
          })),
          each: null,
          maxGroups: null,
        });
      expect(await aggregate([])).toEqual([[told.length, told.length, told[0], told.at(-1)]]);
      expect(await aggregate([{ kind: 'column', column }])).toEqual([
        ...told.map((value) => [value, 1, 1, value, value]),
        [null, 0, 0, null, null],
      ]);
    });

    it('link rows that hold one, and none that hold what is none', async () => {
      const [table, from, to] = [shelf().table, columnOf('bare'), columnOf('indexed')];
      const related: Filter = {
        kind: 'related',
        source: 'here' as SourceName,
        ...{ table, from: [from], to: [to], scope: allRows, condition: allRows },
      };
      expect(await shelf().ids({ filter: related })).toEqual(idsOf(() => true));
      expect(await shelf().ids({ filter: negate(related) })).toEqual(none);
    });
  });
}
