import { describe, expect, it } from '@jest/globals';

import type { Comparator } from '../../src/source/request/filter.js';

import { evaluate } from './evaluate.js';
import { useShelf } from './shelf.js';
import type { SourceKind } from './source.js';

/** In the order of their code points, as UTF-8 has it; UTF-16 would put 😀 before ａ. */
const all = [
  '',
  '\u0000',
  '\u0001',
  '\t',
  ' ',
  '"',
  '%',
  "' OR 1=1 --",
  'A',
  '\\',
  '_',
  'a',
  'a\u0000',
  'a\u0001',
  'a ',
  'aa',
  'e',
  'e\u0301',
  'é',
  '中',
  '\ufeff',
  'ａ',
  '😀',
  '😀a',
];

/** Equal to some of those under one collation or another, and to none by code point. */
const neighbours = ['É', 'Ａ', 'a  ', '\u200b', 'ß', '😁', 'aA', 'A ', '?', '\u00a0', '1', '0'];

const operators: readonly Comparator[] = ['in', 'lt', 'lte', 'gt', 'gte'];

export function defineTexts(kind: SourceKind): void {
  const inOrder = all.filter((text) => kind.holds('TEXT', text));

  describe.each([...kind.texts])('texts of a column that is %s', (_, declared) => {
    // Laid down in another order than theirs.
    const texts = [...inOrder].sort((a, b) => (a + 'x' < 'x' + b ? 1 : -1));
    const rows = [...texts, null].map((text, id) => [id, text, text]);
    const shelf = useShelf(kind, {
      columns: { bare: declared, indexed: declared },
      rows,
      indexes: ['indexed'],
    });
    const held = rows.map(([id, text]) => ({
      id: id ?? null,
      bare: text ?? null,
      indexed: text ?? null,
    }));

    it.each(['bare', 'indexed'])('stand in the order of their code points (%s)', async (name) => {
      const column = shelf().column(name);
      const fetch = (direction: 'ASC' | 'DESC') =>
        shelf().ids({ columns: [column], orderBy: [{ column, direction }] });
      expect(await fetch('ASC')).toEqual([...inOrder, null]);
      expect(await fetch('DESC')).toEqual([...inOrder.toReversed(), null]);
    });

    it('are asked for what they have in them, by code point', async () => {
      const column = shelf().column('bare');
      for (const text of [...all, ...neighbours].filter((one) => one !== '')) {
        const filter = { kind: 'contains', column, text } as const;
        const request = { table: 'shelf', columns: [], filter, orderBy: [], limit: null };
        expect([text, await shelf().ids({ filter })]).toEqual([
          text,
          evaluate(request, held).map(({ id }) => id),
        ]);
      }
    });

    it.each(
      ['bare', 'indexed'].flatMap((name) => operators.map((operator) => [name, operator] as const)),
    )('are compared by code point (%s, %s)', async (name, operator) => {
      const column = shelf().column(name);
      for (const value of [...all, ...neighbours]) {
        const filter = { kind: 'compare', column, operator, values: [value] } as const;
        const request = { table: 'shelf', columns: [], filter, orderBy: [], limit: null };
        expect([value, await shelf().ids({ filter })]).toEqual([
          value,
          evaluate(request, held).map(({ id }) => id),
        ]);
      }
    });

    it('are told apart as parts of a list too', async () => {
      const column = shelf().column('indexed');
      const values = ['a', '😁', 'É', 'A ', 'aA', '中'];
      const filter = { kind: 'compare', column, operator: 'in', values } as const;
      expect(await shelf().ids({ columns: [column], filter, orderBy: [] })).toEqual(
        expect.arrayContaining(['a', '中']),
      );
      expect(await shelf().ids({ filter })).toHaveLength(2);
    });
  });
}
