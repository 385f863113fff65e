import { describe, expect, it } from '@jest/globals';

import { compileText, faultsOf, faultsWith, traffic } from './fixture.js';

const named = (name: string) =>
  `GraphQL names are of the letters A–Z and a–z, digits and _; "${name}" is not: give an English or pinyin name, write "${name}" in the description or the title, and name a column that is called so by \`@column(name: "${name}")\`.`;

describe('a name that is not of ASCII', () => {
  it('is told with what to do, be it of a field, a type, a value or an argument', () => {
    expect(faultsWith('weight: Float', '姓名: Float')).toEqual([
      `traffic.graphql:10:3 ${named('姓名')}`,
    ]);
    expect(faultsWith('type Brand', 'type 品牌Brand2')).toEqual([
      `traffic.graphql:16:6 ${named('品牌Brand2')}`,
    ]);
    expect(faultsWith('weight: Float', 'hu_籍: Float')).toEqual([
      `traffic.graphql:10:3 ${named('hu_籍')}`,
    ]);
    expect(faultsWith('@key @desensitize', '@主键 @desensitize')).toEqual([
      `traffic.graphql:8:15 ${named('主键')}`,
    ]);
  });

  it('is told of wherever it is, and beside the faults of other files', () => {
    const text = traffic
      .replace('weight: Float', '重: Float')
      .replace('name: String\n', '名: String\n');
    expect(faultsOf(() => compileText(text))).toEqual([
      `traffic.graphql:10:3 ${named('重')}`,
      `traffic.graphql:21:3 ${named('名')}`,
    ]);
  });

  it('may stand in texts and comments, which say what people read', () => {
    expect(faultsWith('  weight: Float', '  "载重" # 吨\n  weight: Float')).toEqual([]);
  });

  it('is fewer than so many, whatever the text is', () => {
    const many = Array.from({ length: 150 }, (_, at) => `  甲${at}: Float`).join('\n');
    expect(faultsWith('  weight: Float', many)).toHaveLength(100);
  });
});

describe('a sign that an input method for Chinese wrote', () => {
  it.each([
    ['weight: Float', 'weight：Float', '10:9', '：', '`:`'],
    ['(rule: PLATE)', '（rule: PLATE)', '8:31', '（', '`(`'],
    ['"owner_name"', '“owner_name"', '9:31', '“', '`"`'],
    ['weight: Float', 'weight:　Float', '10:10', '　', 'a blank'],
    ['code: "0005-1", title', 'code: "0005-1"，title', '4:27', '，', '`,`'],
    ['code: "0005-1", title', 'code: "0005-1"、title', '4:27', '、', '`,`'],
  ])('%s is told as %s, with the one that is meant', (from, to, at, sign, meant) => {
    expect(faultsWith(from, to)[0]).toBe(
      `traffic.graphql:${at} GraphQL is written with the signs of ASCII: instead of "${sign}" put ${meant}.`,
    );
  });
});

it('another fault of grammar is told in the words of its parser', () => {
  expect(faultsWith('weight: Float', 'weight Float')).toEqual([
    'traffic.graphql:10:10 Syntax Error: Expected ":", found Name "Float".',
  ]);
  expect(faultsWith('weight: Float', 'weight: Float ∞')).toEqual([
    'traffic.graphql:10:17 Syntax Error: Unexpected character: U+221E.',
  ]);
});
