import { describe, expect, it } from '@jest/globals';

import { birthColumn } from '../../src/catalog/model/birthColumn.js';
import { compare, negate } from '../../src/source/request/filter.js';

import { useShelf } from './shelf.js';
import type { SourceKind } from './source.js';

/** Citizens' numbers with the days of birth that they hold; null for none that is known. */
const numbers: readonly (readonly [string, string | null])[] = [
  ['370202199003071233', '1990-03-07'],
  ['37020319800101128X', '1980-01-01'],
  ['37020319800101128x', '1980-01-01'],
  ['370203800101123', '1980-01-01'],
  ['370203000229123', null],
  // The check digit would be 9.
  ['370203198001011233', null],
  // The day is none, though the check digit is right.
  ['37020319850230120X', null],
  ['370202199003071233 ', null],
  [' 370202199003071233', null],
  ['37020219900307123', null],
  ['3702021990030712331', null],
  ['3702021990030712３3', null],
  ['\u0663\u0667\u0660202199003071233', null],
  ['3702o2199003071233', null],
  ['-70203800101123', null],
  ['37020380010112X', null],
  ['C123456(7)', null],
  ['', null],
];

/** What every source makes of the day of birth in a citizen's number. */
export function defineBirths(kind: SourceKind): void {
  // Such a column holds a citizen's number as a number, whatever blanks were written around it.
  const texts = [...kind.texts].filter(([, { shape }]) => !shape.holdsNumbers);
  describe.each(texts)('births in the numbers of citizens that are %s', (_, declared) => {
    const possible = numbers.filter(([number]) => kind.holds('TEXT', number));
    const shelf = useShelf(kind, {
      columns: { no: declared },
      rows: [...possible.map(([number], id) => [id, number]), [possible.length, null]],
    });

    it('are known by a number that is whole and right, and by no other', async () => {
      const column = birthColumn(shelf().column('no'));
      const known = (before: string) =>
        possible.flatMap(([, day], id) => (day !== null && day < before ? id : []));
      for (const day of ['1980-01-01', '1980-01-02', '1990-03-07', '1990-03-08', '9999-12-31']) {
        expect(await shelf().ids({ filter: compare(column, 'lt', day) })).toEqual(known(day));
      }
      expect(await shelf().ids({ filter: negate(compare(column, 'lt', '9999-12-31')) })).toEqual([
        ...possible.flatMap(([, day], id) => (day === null ? id : [])),
        possible.length,
      ]);
    });
  });
}
