import { describe, expect, it } from '@jest/globals';

import { applyMask } from '../../../src/mask/applyMask.js';

describe('NAME', () => {
  it.each([
    ['three characters', '张小三', '张*三'],
    ['more than three', '欧阳明月', '欧**月'],
    ['a dot between the parts', '买买提·吐尔逊', '买*****逊'],
    ['two characters', '张三', '张*'],
    ['one character', '张', '*'],
  ])('masks a name of %s: %s → %s', (_case, name, shown) => {
    expect(applyMask({ rule: 'NAME' }, name)).toBe(shown);
  });

  it.each([
    ['𠮷野家', '𠮷*家'],
    ['张𠮷𠮷', '张*𠮷'],
    ['𠮷野', '𠮷*'],
    ['𠮷', '*'],
  ])('counts characters beyond the BMP as one, not as their halves: %s → %s', (name, shown) => {
    expect(applyMask({ rule: 'NAME' }, name)).toBe(shown);
  });

  it.each([['张*三'], ['张*'], ['*'], ['**'], ['张**三']])(
    'does not take what is masked already (%s) for a name that it has masked',
    (name) => {
      expect(applyMask({ rule: 'NAME' }, name)).toBe('****');
    },
  );

  it.each([
    ['an empty name', ''],
    ['half of a surrogate pair', '\ud842'],
    ['half of one at its end', '张小\ud842'],
    ['half of one within', '张\udfb7三'],
  ])('gives **** for %s, which it cannot be applied to', (_case, name) => {
    expect(applyMask({ rule: 'NAME' }, name)).toBe('****');
  });
});
