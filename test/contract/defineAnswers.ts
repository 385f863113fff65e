import { describe, expect, it } from '@jest/globals';

import { useShelf } from './shelf.js';
import type { SourceKind } from './source.js';

export function defineAnswers(kind: SourceKind): void {
  describe('an answer', () => {
    const [text] = kind.texts.values();
    const held = ['张小三 😀\u0000', '张小三 😀\u0001'].find((value) => kind.holds('TEXT', value))!;
    const shelf = useShelf(kind, {
      columns: { t: text!, n: kind.columns.integer },
      rows: [
        [1, held, '9007199254740993'],
        [2, null, null],
      ],
    });

    it('holds the columns asked for, in that order, as often as they were', async () => {
      const [t, n] = [shelf().column('t'), shelf().column('n')];
      expect(await shelf().fetch({ columns: [n, t, n] })).toEqual([
        ['9007199254740993', held, '9007199254740993'],
        [null, null, null],
      ]);
    });

    it('has its rows where no column is asked for', async () => {
      expect(await shelf().fetch({ columns: [] })).toHaveLength(2);
    });
  });
}
