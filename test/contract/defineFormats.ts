import { describe, expect, it } from '@jest/globals';

import type { SourceName } from '../../src/shared/brand.js';
import type { Column } from '../../src/source/column/column.js';
import { readDayFormat } from '../../src/source/column/dayFormat.js';
import { unread } from '../../src/source/column/readAs.js';
import type { GroupKey } from '../../src/source/request/aggregateRequest.js';
import { compare, isIn, negate, type Filter } from '../../src/source/request/filter.js';

import { useShelf } from './shelf.js';
import type { SourceKind } from './source.js';

const days = ['0990-03-07', '1990-03-07', '1990-03-08', '2024-02-29'];
const moments = ['1990-03-07 09:30:00', '1990-03-07 09:30:01', '2024-02-29 23:59:59'];

/** What stands where days should, by how they are written. */
const noDays = (write: (day: string) => string) => [
  ...[write('2012-13-00'), write('1990-02-31'), write('1990-02-29'), write('0000-00-00')],
  ...[` ${write('1990-03-07')}`, `${write('1990-03-07')} `, `${write('1990-03-07')}0`],
  ...['0', '', 'secret', '1990-3-7', '\uff11\uff19\uff19\uff10\uff10\uff13\uff10\uff17'],
  ...['\u0661\u0669\u0669\u0660\u0660\u0663\u0660\u0667', '-19900307', '19900307.0'],
];

const marked = (marks: readonly string[]) => (value: string) =>
  value
    .split(/[-: ]/)
    .map((part, at) => part + (marks[at] ?? ''))
    .join('');

const formats = [
  { text: 'YYYYMMDD', write: marked([]), values: days },
  { text: 'YYYY/MM/DD', write: marked(['/', '/']), values: days },
  { text: 'YYYY.MM.DD', write: marked(['.', '.']), values: days },
  { text: 'YYYY年MM月DD日', write: marked(['年', '月', '日']), values: days },
  { text: 'YYYYMMDDHHmmss', write: marked([]), values: moments },
  { text: 'YYYY/MM/DD HH:mm:ss', write: marked(['/', '/', ' ', ':', ':']), values: moments },
  { text: 'YYYY-MM-DDTHH:mm:ss', write: marked(['-', '-', 'T', ':', ':']), values: moments },
] as const;

/** What every source makes of a column that holds days or moments in a format. */
export function defineFormats(kind: SourceKind): void {
  const texts = [...kind.texts].map(([name, declared]) => ({ name, declared, isWhole: false }));
  const whole = { name: 'whole numbers', declared: kind.columns.integer, isWhole: true };
  // Digits alone are a number there, whatever blanks and zeros were written around them.
  const ofDigits = [...texts.filter(({ declared }) => !declared.shape.holdsNumbers), whole];
  const columns = formats.flatMap((format) =>
    (/^[A-Za-z]+$/.test(format.text) ? ofDigits : texts).map((one) => ({ ...format, ...one })),
  );
  describe.each(columns)('$text in $name', ({ text, write, values, declared, isWhole }) => {
    const format = readDayFormat(text)!;
    const misfits = isWhole
      ? [0, 20121300, 19900231, -19900307, 990307, 9900307, 199003070]
      : [
          ...noDays(write),
          ...(text.includes('T') ? ['1990-03-07t09:30:00'] : []),
          ...(format.holds === 'MOMENT' ? [write('1990-03-07 24:00:00'), '19900307'] : []),
          // As the channel writes days: here they are none.
          ...(text === 'YYYYMMDD' ? ['1990-03-07'] : []),
        ].filter((value) => kind.holds('TEXT', value) && declared.shape.storage === 'TEXT');
    // A whole number of the year 990 has too few digits.
    const sound = values.filter((value) => !isWhole || !value.startsWith('0'));
    const held = sound.map((value) => (isWhole ? Number(write(value)) : write(value)));
    const stored = [...held, ...misfits, null];
    const shelf = useShelf(kind, {
      columns: { bare: declared, indexed: declared },
      rows: stored.map((value, id) => [id, value, value]),
      indexes: ['indexed'],
    });
    const columnOf = (name: string): Column => ({
      ...shelf().column(name),
      nullable: true,
      calendar: format.holds,
      reading: { kind: 'format', format },
    });
    const from = sound.length;
    const none = stored.slice(from).map((_, at) => from + at);
    const idsOf = (test: (value: string) => boolean) =>
      sound.flatMap((value, id) => (test(value) ? id : []));

    it.each(['bare', 'indexed'])(
      'is compared by time, and what is none meets nothing (%s)',
      async (name) => {
        const column = columnOf(name);
        const find = (filter: Filter) => shelf().ids({ filter });
        for (const value of sound) {
          expect(await find(compare(column, 'lt', value))).toEqual(idsOf((one) => one < value));
          expect(await find(compare(column, 'lte', value))).toEqual(idsOf((one) => one <= value));
          expect(await find(compare(column, 'gt', value))).toEqual(idsOf((one) => one > value));
          expect(await find(compare(column, 'gte', value))).toEqual(idsOf((one) => one >= value));
          expect(await find(isIn(column, [value]))).toEqual(idsOf((one) => one === value));
        }
        expect(await find(isIn(column, sound))).toEqual(idsOf(() => true));
        expect(await find({ kind: 'isNull', column })).toEqual(none);
        expect(await find(negate({ kind: 'isNull', column }))).toEqual(idsOf(() => true));
        expect(await find(negate(compare(column, 'gte', sound[0]!)))).toEqual(none);
        if (format.holds === 'MOMENT') {
          const half = `${sound[0]}.5`;
          expect(await find(compare(column, 'lt', half))).toEqual([0]);
          expect(await find(compare(column, 'gte', half))).toEqual(idsOf((one) => one > half));
          expect(await find(isIn(column, [half]))).toEqual([]);
        }
      },
    );

    it('is brought as the channel writes it, and what is none as nothing that is one', async () => {
      const rows = await shelf().fetch({ columns: [columnOf('bare')] });
      expect(rows.map(([value]) => value)).toEqual([...sound, ...misfits.map(() => unread), null]);
    });

    it('is sorted by time, with what is none where nulls are', async () => {
      const byTime = (direction: 'ASC' | 'DESC_NULLS_FIRST') =>
        shelf().ids({
          orderBy: [
            { column: columnOf('indexed'), direction },
            { column: shelf().column('id'), direction: 'ASC' },
          ],
        });
      expect(await byTime('ASC')).toEqual([...sound.map((_, id) => id), ...none]);
      expect(await byTime('DESC_NULLS_FIRST')).toEqual([
        ...none,
        ...sound.map((_, id) => id).reverse(),
      ]);
    });

    it('is grouped whole and by its parts, with one group of all that is none', async () => {
      const column = columnOf('bare');
      const ask = async (groupBy: readonly GroupKey[]) => {
        const rows = await shelf().connector.aggregate({
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
        return rows.map((row) =>
          row.map((value) =>
            value instanceof Uint8Array ? Buffer.from(value).toString('utf8') : value,
          ),
        );
      };
      expect(await ask([{ kind: 'column', column }])).toEqual([
        ...sound.map((value) => [value, 1, 1, 1, value, value]),
        [null, none.length, 0, 0, null, null],
      ]);
      for (const length of [4, 7]) {
        const parts = [...new Set(sound.map((value) => value.slice(0, length)))];
        expect(await ask([{ kind: 'dayPart', column, length }])).toEqual([
          ...parts.map((part) => {
            const of = sound.filter((value) => value.startsWith(part));
            return [part, of.length, of.length, of.length, of[0], of.at(-1)];
          }),
          [null, none.length, 0, 0, null, null],
        ]);
      }
    });

    it('links rows that hold one day', async () => {
      const [table, column] = [shelf().table, columnOf('indexed')];
      const related: Filter = {
        kind: 'related',
        source: 'here' as SourceName,
        table,
        from: [columnOf('bare')],
        to: [column],
        scope: { kind: 'everything' },
        condition: { kind: 'everything' },
      };
      expect(await shelf().ids({ filter: related })).toEqual(idsOf(() => true));
    });
  });
}
