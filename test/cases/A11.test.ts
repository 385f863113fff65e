import { describe, expect, it } from '@jest/globals';

import { applyMask } from '../../src/mask/applyMask.js';

const masked = (name: string) => applyMask({ rule: 'NAME' }, name);

describe('A11: blanks and separators are no characters of a name', () => {
  it.each([
    '张 三',
    '张\u3000三',
    '张·三',
    ' 张三 ',
    '张\u200b三',
    '张\u3164三',
    '张\u00ad三',
    '张•三',
    '张-三',
    '张\ufe00三',
  ])('%j is a name of two', (name) => {
    expect(masked(name)).toBe('张*');
  });

  it.each([
    ['张小三', '张*三'],
    ['欧阳 明', '欧**明'],
    ['买买提·吐尔逊', '买*****逊'],
    ['张', '*'],
    [' 张 ', '*'],
    ['·', '****'],
    ['', '****'],
  ])('%j → %s', (name, expected) => {
    expect(masked(name)).toBe(expected);
  });
});
