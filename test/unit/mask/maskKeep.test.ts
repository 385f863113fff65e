import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { applyMask } from '../../../src/mask/applyMask.js';

const shown = (value: unknown, first: number, last: number) =>
  applyMask({ rule: 'KEEP', first, last }, value);

describe('KEEP', () => {
  it.each([
    ['QD2024000815', 2, 3, 'QD*******815'],
    ['青岛二中', 1, 1, '青**中'],
    ['青岛二中', 1, 0, '青***'],
    ['青岛二中', 0, 1, '***中'],
    ['青岛二中', 3, 0, '青岛二*'],
    ['买买提·吐尔逊', 3, 1, '买买提***逊'],
    ['370202900307123', 0, 4, '***********7123'],
    ['a', 0, 0, '*'],
  ])('shows of %s the first %i and the last %i: %s', (text, first, last, kept) => {
    expect(shown(text, first, last)).toBe(kept);
  });

  it.each([
    ['𠮷野家', '𠮷*家'],
    ['张𠮷𠮷', '张*𠮷'],
    ['𠮷𠮷𠮷𠮷', '𠮷**𠮷'],
    ['１２３', '１*３'],
  ])('counts characters, not halves of them: %s → %s', (text, kept) => {
    expect(shown(text, 1, 1)).toBe(kept);
  });

  it.each([
    ['nothing', ''],
    ['one character', '张'],
    ['one character beyond the BMP', '𠮷'],
    ['as many characters as would stay', '张三'],
    ['as many, beyond the BMP', '𠮷𠮷'],
    ['half of a surrogate pair', '张三\ud842'],
    ['half of one at its beginning', '\udfb7张三'],
    ['what is masked already', '张*三'],
    ['a number', 12345],
  ])('gives **** for %s', (_case, value) => {
    expect(shown(value, 1, 1)).toBe('****');
  });

  it('gives **** for every text that is as short as what it keeps, and hides the others’ middle', () => {
    const few = fc.integer({ min: 0, max: 6 });
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), few, few, (text, first, last) => {
        const characters = Array.from(text);
        const kept = shown(text, first, last) ?? '';
        if (characters.length <= first + last || kept === '****') {
          expect(kept).toBe('****');
          return;
        }
        const middle = Array.from(kept).slice(first, characters.length - last);
        expect(middle.join('')).toBe('*'.repeat(characters.length - first - last));
        expect(Array.from(kept).length).toBe(characters.length);
      }),
    );
  });
});
