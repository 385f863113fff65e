import { describe, expect, it } from '@jest/globals';

import { applyMask } from '../../../src/mask/applyMask.js';

describe('ID_NUMBER', () => {
  it.each([
    ['18 digits', '370202199003071233', '370***********1233'],
    ['17 digits and X', '11010519491231002X', '110***********002X'],
    ['17 digits and x', '11010519491231002x', '110***********002x'],
    ['15 digits', '370202900307123', '370********7123'],
  ])('masks %s: %s → %s', (_case, idNumber, shown) => {
    expect(applyMask({ rule: 'ID_NUMBER' }, idNumber)).toBe(shown);
  });

  it('masks a number whose check digit is wrong, since it still tells whose it is', () => {
    expect(applyMask({ rule: 'ID_NUMBER' }, '370202199003071239')).toBe('370***********1239');
  });

  it.each([
    ['nothing', ''],
    ['one digit', '3'],
    ['fourteen digits', '37020290030712'],
    ['sixteen digits', '3702029003071233'],
    ['seventeen digits', '37020219900307123'],
    ['nineteen digits', '3702021990030712333'],
    ['an X in the midst', '37020219900307X233'],
    ['an X at the end of fifteen', '37020290030712X'],
    ['another letter at the end', '37020219900307123A'],
    ['full-width digits', '３７０２０２１９９００３０７１２３３'],
    ['Arabic digits', '٣٧٠٢٠٢١٩٩٠٠٣٠٧١٢٣٣'],
    ['a blank around it', ' 370202199003071233'],
    ['a line feed behind it', '370202199003071233\n'],
    ['a second line', '370202199003071233\n370202199003071233'],
    ['what is masked already', '370***********1233'],
    ['a passport', 'E12345678'],
  ])('gives **** for %s', (_case, text) => {
    expect(applyMask({ rule: 'ID_NUMBER' }, text)).toBe('****');
  });
});
