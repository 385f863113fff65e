import { describe, expect, it } from '@jest/globals';

import { applyMask } from '../../../src/mask/applyMask.js';

describe('BANK_CARD', () => {
  it.each([
    ['19 digits', '6222021910123456781', '622202*********6781'],
    ['16 digits', '6222021910123456', '622202******3456'],
    ['15 digits', '622202191012345', '622202*****2345'],
  ])('masks %s: %s → %s', (_case, card, shown) => {
    expect(applyMask({ rule: 'BANK_CARD' }, card)).toBe(shown);
  });

  it('masks a number whose check digit is wrong, since it still tells whose it is', () => {
    expect(applyMask({ rule: 'BANK_CARD' }, '6222021910123456782')).toBe('622202*********6782');
  });

  it.each([
    ['nothing', ''],
    ['one digit', '6'],
    ['fourteen digits', '62220219101234'],
    ['twenty digits', '62220219101234567812'],
    ['a million digits', '6'.repeat(1_000_000)],
    ['blanks', '6222 0219 1012 3456'],
    ['hyphens', '6222-0219-1012-3456'],
    ['a letter', '62220219101234567X'],
    ['a line feed behind it', '6222021910123456781\n'],
    ['full-width digits', '６２２２０２１９１０１２３４５６７８１'],
    ['digits beyond the BMP', '𝟔𝟐𝟐𝟐𝟎𝟐𝟏𝟗𝟏𝟎𝟏𝟐'],
    ['half of a surrogate pair', '622202191012345678\ud835'],
    ['what is masked already', '622202*********6781'],
  ])('gives **** for %s', (_case, text) => {
    expect(applyMask({ rule: 'BANK_CARD' }, text)).toBe('****');
  });
});
