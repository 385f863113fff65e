import { describe, expect, it } from '@jest/globals';

import { applyMask } from '../../../src/mask/applyMask.js';

describe('PHONE', () => {
  it.each([
    ['a mobile number', '13812341234', '138****1234'],
    ['a landline, area code of four', '09157518479', '0915*****79'],
    ['a landline, area code of four and eight digits', '053285911234', '0532******34'],
    ['a landline, area code of three', '01065251234', '0106*****34'],
    ['a landline of ten digits', '0102525123', '0102****23'],
  ])('masks %s: %s → %s', (_case, phone, shown) => {
    expect(applyMask({ rule: 'PHONE' }, phone)).toBe(shown);
  });

  it.each([
    ['nothing', ''],
    ['one digit', '1'],
    ['ten digits', '1381234123'],
    ['twelve digits', '138123412345'],
    ['a landline of nine digits', '091575184'],
    ['a landline of thirteen digits', '0532859112345'],
    ['eleven digits that begin with neither 0 nor 1', '23812341234'],
    ['a number abroad', '00441632960'],
    ['a landline without its area code', '85911234'],
    ['a country code', '+8613812341234'],
    ['hyphens', '0915-7518479'],
    ['blanks', '138 1234 1234'],
    ['a line feed behind it', '13812341234\n'],
    ['two numbers', '13812341234,13812341235'],
    ['full-width digits', '１３８１２３４１２３４'],
    ['one full-width digit', '1381234123４'],
    ['Arabic digits', '١٣٨١٢٣٤١٢٣٤'],
    ['digits beyond the BMP', '𝟏𝟑𝟖𝟏𝟐𝟑𝟒𝟏𝟐𝟑𝟒'],
    ['half of a surrogate pair', '1381234123\ud835'],
    ['a mobile number masked already', '138****1234'],
    ['a landline masked already', '0915*****79'],
  ])('gives **** for %s', (_case, text) => {
    expect(applyMask({ rule: 'PHONE' }, text)).toBe('****');
  });
});
