import { describe, expect, it } from '@jest/globals';

import type { SourceName } from '../../src/shared/brand.js';
import type { Column } from '../../src/source/column/column.js';
import { unread } from '../../src/source/column/readAs.js';
import type { Code } from '../../src/source/column/reading.js';
import { compare, isIn, negate, type Filter } from '../../src/source/request/filter.js';

import { useShelf } from './shelf.js';
import type { SourceKind } from './source.js';

/** What stands for texts: Y comes before N, and a code may be of ideographs. */
const inTexts: readonly Code[] = [
  { value: false, code: 'N' },
  { value: true, code: 'Y' },
  { value: 'UNKNOWN', code: '未知' },
];
const inNumbers: readonly Code[] = [
  { value: false, code: 2 },
  { value: true, code: 1 },
  { value: 'UNKNOWN', code: 9 },
];
const noTexts = ['y', 'Y ', ' Y', '', 'YES', '\uff39', '0', '未'];
const noNumbers = [0, 3, -1, 12];

/** What every source makes of a column that holds codes. */
export function defineCodes(kind: SourceKind): void {
  describe.each([
    ...[...kind.texts].map(([name, text]) => [name, text, inTexts, noTexts] as const),
    ['whole numbers', kind.columns.integer, inNumbers, noNumbers] as const,
  ])('codes in %s', (_, declared, codes, misfits) => {
    const held = [...codes.map(({ code }) => code), ...misfits, null];
    const shelf = useShelf(kind, {
      columns: { bare: declared, indexed: declared },
      rows: held.map((code, id) => [id, code, code]),
      indexes: ['indexed'],
    });
    const columnOf = (name: string): Column => ({
      ...shelf().column(name),
      nullable: true,
      reading: { kind: 'codes', codes },
    });
    const none = held.slice(codes.length).map((_code, at) => codes.length + at);

    it.each(['bare', 'indexed'])('are compared in their order (%s)', async (name) => {
      const column = columnOf(name);
      const find = (filter: Filter) => shelf().ids({ filter });
      expect(await find(isIn(column, [true]))).toEqual([1]);
      expect(await find(isIn(column, [true, 'UNKNOWN']))).toEqual([1, 2]);
      expect(await find(negate(isIn(column, [true])))).toEqual([0, 2, ...none]);
      expect(await find(compare(column, 'gt', false))).toEqual([1, 2]);
      expect(await find(compare(column, 'lte', true))).toEqual([0, 1]);
      expect(await find(negate(compare(column, 'gte', false)))).toEqual(none);
      expect(await find({ kind: 'isNull', column })).toEqual(none);
      expect(await find(negate({ kind: 'isNull', column }))).toEqual([0, 1, 2]);
    });

    it('are brought as what they stand for, and what is none as nothing that is one', async () => {
      const rows = await shelf().fetch({ columns: [columnOf('bare')] });
      expect(rows.map(([value]) => value)).toEqual([
        ...codes.map(({ value }) => value),
        ...misfits.map(() => unread),
        null,
      ]);
    });

    it('are sorted in their order, with what is none where nulls are', async () => {
      const sorted = (direction: 'ASC' | 'DESC' | 'DESC_NULLS_FIRST') =>
        shelf().ids({
          orderBy: [
            { column: columnOf('bare'), direction },
            { column: shelf().column('id'), direction: 'ASC' },
          ],
        });
      expect(await sorted('ASC')).toEqual([0, 1, 2, ...none]);
      expect(await sorted('DESC')).toEqual([2, 1, 0, ...none]);
      expect(await sorted('DESC_NULLS_FIRST')).toEqual([...none, 2, 1, 0]);
    });

    it('are grouped in their order, with one group of all that is none', async () => {
      const column = columnOf('bare');
      const rows = await shelf().connector.aggregate({
        table: shelf().table,
        filter: { kind: 'everything' },
        groupBy: [{ kind: 'column', column }],
        measures: [{ kind: 'count' }, { kind: 'values', column }, { kind: 'distinct', column }],
        each: null,
        maxGroups: null,
      });
      expect(rows).toEqual([
        ...codes.map(({ value }) => [value, 1, 1, 1]),
        [null, none.length, 0, 0],
      ]);
    });

    it('link rows that hold one, and none that hold what is none', async () => {
      const { table } = shelf();
      const [from, to] = [[columnOf('bare')], [columnOf('indexed')]];
      const everything: Filter = { kind: 'everything' };
      const related: Filter = {
        kind: 'related',
        source: 'here' as SourceName,
        ...{ table, from, to, scope: everything, condition: everything },
      };
      expect(await shelf().ids({ filter: related })).toEqual([0, 1, 2]);
      expect(await shelf().ids({ filter: negate(related) })).toEqual(none);
    });
  });
}
