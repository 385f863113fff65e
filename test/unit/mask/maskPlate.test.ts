import { describe, expect, it } from '@jest/globals';

import { applyMask } from '../../../src/mask/applyMask.js';

describe('PLATE', () => {
  it.each([
    ['a plate', '鲁B12345', '鲁B1***5'],
    ['a plate of new energy', '鲁AD12345', '鲁AD****5'],
    ['a trailer', '鲁B1234挂', '鲁B1***挂'],
    ['one of Hong Kong', '粤Z1234港', '粤Z1***港'],
  ])('masks %s: %s → %s', (_case, plate, shown) => {
    expect(applyMask({ rule: 'PLATE' }, plate)).toBe(shown);
  });

  it.each([
    ['nothing', ''],
    ['one character', '鲁'],
    ['four characters', '鲁B1234'],
    ['seven characters', '鲁AD123456'],
    ['no province', 'B12345'],
    ['what is no province', '岛B12345'],
    ['what is beyond the BMP in its place', '𠮷B12345'],
    ['half of a surrogate pair', '鲁B1234\ud842'],
    ['small letters', '鲁b12345'],
    ['a dot', '鲁B·12345'],
    ['a blank', '鲁B 12345'],
    ['a line feed behind it', '鲁B12345\n'],
    ['full-width digits', '鲁B１２３４５'],
    ['a full-width letter', '鲁Ｂ12345'],
    ['what is masked already', '鲁B1***5'],
  ])('gives **** for %s', (_case, text) => {
    expect(applyMask({ rule: 'PLATE' }, text)).toBe('****');
  });
});
