import { describe, expect, it } from '@jest/globals';

import { applyMask } from '../../../src/mask/applyMask.js';

describe('EMAIL', () => {
  it.each([
    ['a mailbox', 'zhangsan@163.com', 'z*******@163.com'],
    ['a mailbox of two characters', 'zs@163.com', 'z*@163.com'],
    ['dots and a tag', 'zhang.san+qd@mail.qingdao.gov.cn', 'z***********@mail.qingdao.gov.cn'],
    ['a Unicode mailbox and domain', '张三@例子.中国', '张*@例子.中国'],
    ['a mailbox beyond the BMP, by its characters', '𠮷野𠮷@163.com', '𠮷**@163.com'],
    ['the longest mailbox', `${'a'.repeat(64)}@163.com`, `a${'*'.repeat(63)}@163.com`],
  ])('masks %s: %s → %s', (_case, email, shown) => {
    expect(applyMask({ rule: 'EMAIL' }, email)).toBe(shown);
  });

  it.each([
    ['nothing', ''],
    ['one character', 'z'],
    ['an @ alone', '@'],
    ['no @', 'zhangsan.163.com'],
    ['two @', 'zhang@san@163.com'],
    ['two addresses', 'zhangsan@163.com,lisi@163.com'],
    ['a quoted mailbox', '"zhang@san"@163.com'],
    ['a full-width @', 'zhangsan＠163.com'],
    ['no mailbox', '@163.com'],
    ['a mailbox of one character, which would be shown whole', 'z@163.com'],
    ['a mailbox of one character beyond the BMP', '𠮷@163.com'],
    ['a mailbox that is too long', `${'a'.repeat(65)}@163.com`],
    ['no domain', 'zhangsan@'],
    ['a domain of one label', 'zhangsan@localhost'],
    ['an empty label', 'zhangsan@163..com'],
    ['a dot behind it', 'zhangsan@163.com.'],
    ['an address as domain', 'zhangsan@[127.0.0.1]'],
    ['a name around it', '张三 <zhangsan@163.com>'],
    ['a blank within', 'zhang san@163.com'],
    ['a line feed behind it', 'zhangsan@163.com\n'],
    ['full-width digits in the mailbox', '１２@163.com'],
    ['full-width digits in the domain', 'zhangsan@１６３.com'],
    ['half of a surrogate pair', '\ud842zhang@163.com'],
    ['what is masked already', 'z*******@163.com'],
    ['what is masked otherwise', 'zh***an@163.com'],
    ['many dots', `zs@${'a.'.repeat(100_000)}`],
  ])('gives **** for %s', (_case, text) => {
    expect(applyMask({ rule: 'EMAIL' }, text)).toBe('****');
  });
});
