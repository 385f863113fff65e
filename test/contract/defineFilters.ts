import { describe, expect, it } from '@jest/globals';

import type { Parameter } from '../../src/source/column/parameter.js';
import type { Filter } from '../../src/source/request/filter.js';

import { useShelf, type Shelf } from './shelf.js';
import type { SourceKind } from './source.js';

export function defineFilters(kind: SourceKind): void {
  describe('a filter', () => {
    const [text] = kind.texts.values();
    const shelf = useShelf(kind, {
      columns: { t: text!, n: kind.columns.integer },
      rows: [
        [1, 'a', 1],
        [2, 'b', null],
        [3, null, 1],
        [4, null, null],
        [5, 'c', 2],
      ],
    });
    const t = (value: string): Filter => is(shelf(), 't', value);
    const n = (value: number): Filter => is(shelf(), 'n', value);
    const not = (of: Filter): Filter => ({ kind: 'not', of });
    const and = (...of: readonly Filter[]): Filter => ({ kind: 'and', of });
    const or = (...of: readonly Filter[]): Filter => ({ kind: 'or', of });
    const isNull = (name: string): Filter => ({ kind: 'isNull', column: shelf().column(name) });
    const everything: Filter = { kind: 'everything' };
    const nothing: Filter = { kind: 'nothing' };

    it.each<[string, () => Filter, readonly number[]]>([
      ['everything', () => everything, [1, 2, 3, 4, 5]],
      ['nothing', () => nothing, []],
      ['t = a', () => t('a'), [1]],
      ['not t = a', () => not(t('a')), [2, 3, 4, 5]],
      ['not not t = a', () => not(not(t('a'))), [1]],
      ['t is null', () => isNull('t'), [3, 4]],
      ['not t is null', () => not(isNull('t')), [1, 2, 5]],
      ['t = a and n = 1', () => and(t('a'), n(1)), [1]],
      ['t = a or n = 1', () => or(t('a'), n(1)), [1, 3]],
      ['not (t = a and n = 1)', () => not(and(t('a'), n(1))), [2, 3, 4, 5]],
      ['not (t = a or n = 1)', () => not(or(t('a'), n(1))), [2, 4, 5]],
      ['t = a or (t = c and n = 2)', () => or(t('a'), and(t('c'), n(2))), [1, 5]],
      ['(t = a or t = b) and n = 1', () => and(or(t('a'), t('b')), n(1)), [1]],
      ['n = 1 and (t = a or t is null)', () => and(n(1), or(t('a'), isNull('t'))), [1, 3]],
      ['not t = a and not n = 1', () => and(not(t('a')), not(n(1))), [2, 4, 5]],
      ['t = a and everything', () => and(t('a'), everything), [1]],
      ['t = a and nothing', () => and(t('a'), nothing), []],
      ['t = a or nothing', () => or(t('a'), nothing), [1]],
      ['not nothing', () => not(nothing), [1, 2, 3, 4, 5]],
      ['not everything', () => not(everything), []],
      ['all of none', () => and(), [1, 2, 3, 4, 5]],
      ['one of none', () => or(), []],
    ])('%s', async (_, filter, ids) => {
      expect(await shelf().ids({ filter: filter() })).toEqual(ids);
    });

    it.each([1, 2, 3, 4, 5, 8, 9, 511, 512])('holds a list of %i values', async (count) => {
      const values = Array.from({ length: count }, (_, at): Parameter => at + 2);
      const column = shelf().column('n');
      const filter = { kind: 'compare', column, operator: 'in', values } as const;
      expect(await shelf().ids({ filter })).toEqual([5]);
      const texts = [...values.slice(1).map(String), 'c'];
      const ofTexts = {
        kind: 'compare',
        column: shelf().column('t'),
        operator: 'in',
        values: texts,
      };
      expect(await shelf().ids({ filter: ofTexts as Filter })).toEqual([5]);
      expect(await shelf().ids({ filter: not(ofTexts as Filter) })).toEqual([1, 2, 3, 4]);
    });

    it('holds the keys that conditions on other sources may bring, beside its own', async () => {
      const { maxRelatedKeys } = shelf().connector.capabilities;
      const keys = Array.from({ length: maxRelatedKeys }, (_, at) => `key ${at}`);
      const isIn = (values: readonly Parameter[]): Filter => {
        return { kind: 'compare', column: shelf().column('t'), operator: 'in', values };
      };
      // Padded to powers of two, these two take the most places that so many keys can.
      const [most, rest] = [keys.slice(0, 8_193), [...keys.slice(8_194), 'c']];
      const own = isIn(keys.slice(0, 512));
      const of = [isIn(most), isIn(rest), own, own];
      expect(await shelf().ids({ filter: { kind: 'or', of } })).toEqual([5]);
    });
  });
}

function is(shelf: Shelf, name: string, value: Parameter): Filter {
  return { kind: 'compare', column: shelf.column(name), operator: 'in', values: [value] };
}
