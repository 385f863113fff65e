import { describe, expect, it } from '@jest/globals';

import type { SourceName } from '../../src/shared/brand.js';
import type { BytesForm } from '../../src/source/column/bytesForm.js';
import type { Column } from '../../src/source/column/column.js';
import { unreadBytes } from '../../src/source/column/readAs.js';
import { compare, isIn, negate, type Filter } from '../../src/source/request/filter.js';

import { useShelf } from './shelf.js';
import type { SourceKind } from './source.js';

const everything: Filter = { kind: 'everything' };
const uuid = (first: string) => `${first}0000000-0000-4000-8000-00000000000a`;

/** Identifiers in the order of their bytes, and what is none. */
const held: readonly {
  readonly form: BytesForm;
  readonly values: readonly string[];
  readonly misfits: readonly string[];
}[] = [
  {
    form: 'UUID',
    values: [uuid('0'), uuid('a'), uuid('f')],
    misfits: ['', '00', 'a'.repeat(30), 'f'.repeat(34), 'f'.repeat(140)],
  },
  {
    form: 'HEX',
    values: ['', '00', '0000', 'a0', 'a000', 'ff'.repeat(64)],
    misfits: ['ff'.repeat(65), '00'.repeat(70)],
  },
];

/** Texts that stand for no bytes of a form, and so find nothing. */
const strangers = ['a', 'A', 'zz', '中', '%', "'", '0000000000004000800000000000000', '\u0000'];

/** What every source makes of a column of bytes that is told as an identifier. */
export function defineBytes(kind: SourceKind): void {
  describe.each(held)('bytes as $form', ({ form, values, misfits }) => {
    const stored = [...values, ...misfits].map((text) =>
      Buffer.from(text.replaceAll('-', ''), 'hex'),
    );
    const shelf = useShelf(kind, {
      columns: { bare: kind.columns.bytes, indexed: kind.columns.bytes },
      rows: [...stored, null].map((value, id) => [id, value, value]),
      indexes: ['indexed'],
    });
    const columnOf = (name: string): Column => ({
      ...shelf().column(name),
      nullable: true,
      reading: { kind: 'bytes', form },
      isOfAnyLength: true,
    });
    const none = [...misfits, null].map((_, at) => values.length + at);
    const idsOf = (test: (at: number) => boolean) =>
      values.flatMap((_, at) => (test(at) ? at : []));

    it.each(['bare', 'indexed'])(
      'are compared as bytes, stated in either case (%s)',
      async (name) => {
        const column = columnOf(name);
        const find = (filter: Filter) => shelf().ids({ filter });
        for (const [at, value] of values.entries()) {
          for (const stated of [value, value.toUpperCase()]) {
            expect(await find(isIn(column, [stated]))).toEqual([at]);
          }
          expect(await find(compare(column, 'lt', value))).toEqual(idsOf((one) => one < at));
          expect(await find(compare(column, 'gte', value))).toEqual(idsOf((one) => one >= at));
        }
        expect(await find(isIn(column, values))).toEqual(idsOf(() => true));
        expect(await find(isIn(column, [...strangers, ...misfits, ...values.slice(0, 2)]))).toEqual(
          form === 'UUID' ? [0, 1] : idsOf((one) => one < 2),
        );
        expect(await find(isIn(column, strangers))).toEqual([]);
        expect(await find(negate(isIn(column, strangers)))).toEqual([
          ...idsOf(() => true),
          ...none,
        ]);
        expect(await find({ kind: 'isNull', column })).toEqual(none);
        expect(await find(negate({ kind: 'isNull', column }))).toEqual(idsOf(() => true));
      },
    );

    it('are brought in small letters, and what is none as nothing that is one', async () => {
      const rows = await shelf().fetch({ columns: [columnOf('bare')] });
      expect(rows.map(([value]) => value)).toEqual([
        ...values,
        ...misfits.map(() => unreadBytes),
        null,
      ]);
    });

    it('are sorted by their bytes, with what is none where nulls are', async () => {
      const sorted = (direction: 'ASC' | 'DESC_NULLS_FIRST', name: string) =>
        shelf().ids({
          orderBy: [
            { column: columnOf(name), direction },
            { column: shelf().column('id'), direction: 'ASC' },
          ],
        });
      expect(await sorted('ASC', 'indexed')).toEqual([...idsOf(() => true), ...none]);
      expect(await sorted('DESC_NULLS_FIRST', 'bare')).toEqual([
        ...none,
        ...idsOf(() => true).reverse(),
      ]);
    });

    it('are the first of each value', async () => {
      const column = columnOf('bare');
      const rows = await shelf().fetch({
        columns: [column],
        filter: isIn(column, values),
        limit: { kind: 'each', of: [column], rows: 1 },
      });
      expect(rows).toEqual(values.map((value) => [value]));
    });

    it('are grouped, with one group of all that is none', async () => {
      const column = columnOf('bare');
      const request = {
        ...{ table: shelf().table, filter: everything, maxGroups: null },
        groupBy: [{ kind: 'column' as const, column }],
      };
      const rows = await shelf().connector.aggregate({
        ...request,
        measures: [{ kind: 'count' }, { kind: 'values', column }, { kind: 'distinct', column }],
        each: null,
      });
      expect(rows).toEqual([...values.map((value) => [value, 1, 1, 1]), [null, none.length, 0, 0]]);
      const apart = await shelf().connector.aggregate({
        ...request,
        measures: [{ kind: 'count' }],
        each: shelf().column('id'),
      });
      expect(apart).toEqual([...values.map((value) => [value, 1]), [null, none.length]]);
    });

    it('link rows that hold the same, and none that hold what is none', async () => {
      const related: Filter = {
        kind: 'related',
        source: 'here' as SourceName,
        table: shelf().table,
        ...{ from: [columnOf('bare')], to: [columnOf('indexed')] },
        ...{ scope: everything, condition: everything },
      };
      expect(await shelf().ids({ filter: related })).toEqual(idsOf(() => true));
      expect(await shelf().ids({ filter: negate(related) })).toEqual(none);
    });

    it('lead to others by pairs, be those told apart or not', async () => {
      for (const areDistinct of [true, false]) {
        const [from, to] = [columnOf('bare'), columnOf('indexed')];
        const key = { ...from, name: 'k' };
        const rows = await shelf().connector.fetch({
          ...{ table: shelf().table, filter: everything, limit: null },
          columns: [key, to],
          orderBy: [{ column: shelf().column('id'), direction: 'ASC' }],
          junction: {
            table: shelf().table,
            filter: isIn(from, values),
            keys: [{ column: from, as: key }],
            on: [{ column: from, as: 'p', to }],
            areDistinct,
          },
        });
        expect(rows).toEqual(values.map((value) => [value, value]));
      }
    });
  });

  describe('many bytes', () => {
    const count = 3_000;
    const text = (at: number) => `${String(at).padStart(8, '0')}-0000-4000-8000-000000000000`;
    const shelf = useShelf(kind, {
      columns: { indexed: kind.columns.bytes },
      rows: Array.from({ length: count }, (_, at) => [
        at,
        Buffer.from(text(at).replaceAll('-', ''), 'hex'),
      ]),
      indexes: ['indexed'],
    });

    it.each([1, 3])('are looked up by their index (%s at once)', async (keys) => {
      const column: Column = {
        ...shelf().column('indexed'),
        reading: { kind: 'bytes', form: 'UUID' },
        isOfAnyLength: true,
      };
      const ids = Array.from({ length: keys }, (_, at) => 70 + at);
      const request = {
        ...{ table: shelf().table, columns: [column], orderBy: [], limit: null },
        filter: isIn(column, ids.map(text)),
      };
      const rows = await shelf().connector.fetch(request);
      expect(rows.map(([value]) => value).sort()).toEqual(ids.map(text));
      const plan = await shelf().source.plan(
        shelf().connector.explain(request)!,
        Array.from({ length: keys === 1 ? 1 : 4 }, () => text(70).replaceAll('-', '')),
      );
      expect(plan).toContain('shelf_indexed');
    });
  });
}
