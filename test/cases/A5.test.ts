import { describe, expect, it } from '@jest/globals';

import { compileCase, faultsOf, general, optional, typeOf } from './caseCatalog.js';

const columns = { name: optional() };
const governed = (rest: string) =>
  `@share(attribute: CONDITIONAL, condition: "x", basis: "公共图书馆法 第四十三条") ${rest}`;

describe('A5: open is never looser than share', () => {
  it.each([
    ['CONDITIONAL', 'UNCONDITIONAL', false],
    ['CONDITIONAL', 'CONDITIONAL', true],
    ['CONDITIONAL', 'NONE', true],
  ])('of a type that is %s and open %s', (_share, open, passes) => {
    const text = typeOf('', `${general} @open(attribute: ${open})`);
    expect(faultsOf(text)).toEqual(
      passes
        ? []
        : [
            'What is CONDITIONAL is never open to the public more loosely: Thing has the open attribute CONDITIONAL, or NONE.',
          ],
    );
  });

  it('a field that tightens its share attribute tightens what is open with it', () => {
    const open =
      '@share(attribute: UNCONDITIONAL) @open(attribute: UNCONDITIONAL) @classify(level: L1, category: GENERAL)';
    const field =
      'name: String @share(attribute: CONDITIONAL, condition: "x", basis: "公共图书馆法 第四十三条")';
    const catalog = compileCase(typeOf(field, open), columns);
    expect(catalog.resources.get('Thing')?.fields.get('name')?.open).toBe('CONDITIONAL');
  });
});

describe('A5: a category has a least level', () => {
  it.each([
    ['SENSITIVE_PERSONAL', 'L1', 'L4'],
    ['SENSITIVE_PERSONAL', 'L3', 'L4'],
    ['PERSONAL', 'L2', 'L3'],
  ])('%s at %s is refused, of a type and of a field', (category, level, least) => {
    const sentence = `What is ${category} is of level ${least} at least; `;
    const ofType = typeOf('', governed(`@classify(level: ${level}, category: ${category})`));
    expect(faultsOf(ofType)).toEqual([expect.stringContaining(`${sentence}Thing is ${level}`)]);
    const mask = ['L3', 'L4'].includes(level) ? '@desensitize(rule: NAME)' : '';
    const field = `name: String @classify(level: ${level}, category: ${category}) ${mask}`;
    expect(faultsOf(typeOf(field), columns)).toEqual([
      expect.stringContaining(`${sentence}name is ${level}`),
    ]);
  });

  it('passes at its level, and below it by the article that exempts it', () => {
    const field = (rest: string) => typeOf(`name: String @classify(${rest})`, general);
    expect(
      faultsOf(
        typeOf('name: String @classify(level: L3, category: PERSONAL) @desensitize(rule: NAME)'),
        columns,
      ),
    ).toEqual([]);
    const exempt = 'level: L2, category: PERSONAL, exempt: "个人信息保护法 第十三条"';
    expect(faultsOf(field(exempt), columns)).toEqual([]);
    expect(faultsOf(field(exempt.replace(' 第十三条', '')), columns)).toEqual([
      expect.stringContaining('What exempts from a level cites its article'),
    ]);
  });
});
