import { describe, expect, it } from '@jest/globals';

import { applyMask } from '../../../src/mask/applyMask.js';

describe('PASSPORT', () => {
  it.each([
    ['a letter and eight digits', 'E12345678', 'E****5678'],
    ['two letters and seven digits', 'EA1234567', 'E****4567'],
  ])('masks %s: %s → %s', (_case, passport, shown) => {
    expect(applyMask({ rule: 'PASSPORT' }, passport)).toBe(shown);
  });

  it.each([
    ['nothing', ''],
    ['one character', 'E'],
    ['seven digits', 'E1234567'],
    ['nine digits', 'E123456789'],
    ['three letters', 'EAB123456'],
    ['no letter', '123456789'],
    ['a small letter', 'e12345678'],
    ['a full-width letter', 'Ｅ12345678'],
    ['full-width digits', 'E１２３４５６７８'],
    ['digits beyond the BMP', 'E𝟏𝟐𝟑𝟒'],
    ['half of a surrogate pair', 'E1234567\ud835'],
    ['a blank before it', ' E12345678'],
    ['a line feed behind it', 'E12345678\n'],
    ['what is masked already', 'E****5678'],
    ['an ID number', '370202199003071233'],
  ])('gives **** for %s', (_case, text) => {
    expect(applyMask({ rule: 'PASSPORT' }, text)).toBe('****');
  });
});
