import { describe, expect, it } from '@jest/globals';

import type { Governance } from '../../../src/catalog/model/catalog.js';

import { compileText, faultsWith, traffic } from './fixture.js';

function governs(coordinate: string, text = traffic): Partial<Governance> {
  const [type = '', field = ''] = coordinate.split('.');
  const { share, shareCondition, shareBasis, open, level, category } = compileText(text)
    .resources.get(type)!
    .fields.get(field)!;
  return { share, shareCondition, shareBasis, open, level, category };
}

describe('a share attribute', () => {
  it('is stated for every type', () => {
    expect(faultsWith('  @share(attribute: UNCONDITIONAL)\n', '')).toEqual([
      'traffic.graphql:16:1 Brand states its share attribute: add `@share(attribute: …)`.',
    ]);
  });

  it.each([
    [', condition: "for road safety"', ''],
    ['condition: "for road safety"', 'condition: ""'],
    ['condition: "for road safety"', 'condition: null'],
  ])('that is CONDITIONAL states its condition: %s → %s', (from, to) => {
    expect(faultsWith(from, to)).toEqual([
      'traffic.graphql:5:3 CONDITIONAL states its condition: add `condition: "…"`.',
    ]);
  });

  it.each([
    [', basis: "道路交通安全法 第八条"', ''],
    ['basis: "道路交通安全法 第八条"', 'basis: ""'],
    ['basis: "道路交通安全法 第八条"', 'basis: null'],
  ])('that is CONDITIONAL states the basis of that: %s → %s', (from, to) => {
    expect(faultsWith(from, to)).toEqual([
      'traffic.graphql:5:3 CONDITIONAL states its legal basis: add `basis: "law, article"`.',
    ]);
  });

  it.each([['道路交通安全法'], ['for road safety'], ['第条']])(
    'cites an article, which “%s” does not',
    (basis) => {
      expect(faultsWith('道路交通安全法 第八条', basis)).toEqual([
        'traffic.graphql:5:3 A legal basis cites its article, as "个人信息保护法 第二十八条"; this one cites none.',
      ]);
    },
  );

  it.each([
    ['青岛市公共数据管理办法 第十九条'],
    ['《山东省大数据发展促进条例》第十条'],
    ['广西壮族自治区条例 第一条'],
  ])('that is NOT_SHARED does not rest on a local rule, as %s; a condition may', (basis) => {
    expect(faultsWith('道路交通安全法 第九条', basis)).toEqual([
      'traffic.graphql:10:17 NOT_SHARED rests on a law or an administrative regulation of the state; a local rule does not suffice.',
    ]);
    expect(faultsWith('道路交通安全法 第八条', basis)).toEqual([]);
  });

  it.each([['城市道路管理条例 第五条'], ['中华人民共和国居民身份证法 第六条']])(
    'that is NOT_SHARED may rest on %s',
    (basis) => {
      expect(faultsWith('道路交通安全法 第九条', basis)).toEqual([]);
    },
  );

  it.each([
    [', basis: "道路交通安全法 第九条"', ''],
    ['basis: "道路交通安全法 第九条"', 'basis: ""'],
    ['basis: "道路交通安全法 第九条"', 'condition: "道路交通安全法 第九条"'],
  ])('that is NOT_SHARED states its legal basis: %s → %s', (from, to) => {
    expect(faultsWith(from, to)).toEqual([
      'traffic.graphql:10:17 NOT_SHARED states its legal basis: add `basis: "law, article"`.',
    ]);
  });

  it('rests on its basis where it is NOT_SHARED, whatever else it states', () => {
    const text = traffic.replace(
      'basis: "道路交通安全法 第九条"',
      'condition: "never", basis: "道路交通安全法 第九条"',
    );
    expect(governs('Vehicle.weight', text).shareBasis).toBe('道路交通安全法 第九条');
  });

  it('of a field may not loosen that of its type', () => {
    expect(
      faultsWith('plate: ID! @key', 'plate: ID! @key @share(attribute: UNCONDITIONAL)'),
    ).toEqual([
      "traffic.graphql:8:19 A field may only tighten its type's share attribute, which is CONDITIONAL.",
    ]);
  });

  it('of a field may say again what that of its type says', () => {
    const stated =
      'plate: ID! @key @share(attribute: CONDITIONAL, condition: "for tolls", basis: "公路法 第六十条")';
    expect(faultsWith('plate: ID! @key', stated)).toEqual([]);
  });
});

describe('an open attribute', () => {
  it('of a field may not loosen that of its type', () => {
    expect(faultsWith('@open(attribute: NONE)', '@open(attribute: UNCONDITIONAL)')).toEqual([
      "traffic.graphql:11:19 A field may only tighten its type's open attribute, which is CONDITIONAL.",
    ]);
  });

  it('of a field may not loosen that of a type that states none', () => {
    expect(faultsWith('name: String\n', 'name: String @open(attribute: CONDITIONAL)\n')).toEqual([
      "traffic.graphql:21:16 A field may only tighten its type's open attribute, which is NONE.",
    ]);
  });

  it('of a field may say again what that of its type says', () => {
    expect(faultsWith('@open(attribute: NONE)', '@open(attribute: CONDITIONAL)')).toEqual([]);
  });
});

describe('what is not shared', () => {
  it('is not open, and does not say that it is', () => {
    const open = '@share(attribute: NOT_SHARED, basis: "道路交通安全法 第九条")';
    expect(faultsWith(open, `${open} @open(attribute: CONDITIONAL)`)).toEqual([
      expect.stringMatching(/^traffic\.graphql:10:\d+ What is NOT_SHARED is not open: weight has /),
    ]);
    expect(faultsWith(open, `${open} @open(attribute: NONE)`)).toEqual([]);
  });
});

describe('data of the state', () => {
  it.each([
    [
      'of a type',
      '@classify(level: L1, category: GENERAL)',
      '@classify(level: CORE, category: GENERAL)',
      '19:3',
      'Brand',
    ],
    [
      'of a field',
      '@classify(category: GENERAL, level: L1)\n  brand:',
      '@classify(level: CORE)\n  brand:',
      '12:17',
      'brandCode',
    ],
  ])('that is CORE is refused, %s', (_of, from, to, at, name) => {
    expect(faultsWith(from, to)).toContain(
      `traffic.graphql:${at} CORE data is outside the channel: take ${name} out of the catalog.`,
    );
    const important = to.replace('CORE', 'IMPORTANT');
    expect(faultsWith(from, important).filter((fault) => fault.includes('outside'))).toEqual([]);
  });
});

describe('a level and a category', () => {
  it.each([
    ['  @classify(level: L1, category: GENERAL) {', '{'],
    ['@classify(level: L1, category: GENERAL)', '@classify(level: L1)'],
    ['@classify(level: L1, category: GENERAL)', '@classify(category: GENERAL)'],
    ['@classify(level: L1, category: GENERAL)', '@classify'],
    ['@classify(level: L1, category: GENERAL)', '@classify(level: null, category: null)'],
  ])('are stated, both, for every type: %s → %s', (from, to) => {
    expect(faultsWith(from, to)).toEqual([
      'traffic.graphql:16:1 Brand states its level and category: add `@classify(level: …, category: …)`.',
    ]);
  });
});

describe('what governs a field', () => {
  it.each([
    [
      'its type, where it states nothing',
      'Vehicle.plate',
      {
        share: 'CONDITIONAL',
        shareCondition: 'for road safety',
        shareBasis: '道路交通安全法 第八条',
        open: 'CONDITIONAL',
        level: 'L3',
        category: 'PERSONAL',
      },
    ],
    [
      'what it states, and its type for the rest',
      'Vehicle.brandCode',
      {
        share: 'CONDITIONAL',
        shareCondition: 'for road safety',
        shareBasis: '道路交通安全法 第八条',
        open: 'CONDITIONAL',
        level: 'L1',
        category: 'GENERAL',
      },
    ],
    [
      'that it is not shared, and so not open either',
      'Vehicle.weight',
      {
        share: 'NOT_SHARED',
        shareCondition: null,
        shareBasis: '道路交通安全法 第九条',
        open: 'NONE',
        level: 'L3',
        category: 'PERSONAL',
      },
    ],
    [
      'not being open, where its type does not say that it is',
      'Brand.name',
      {
        share: 'UNCONDITIONAL',
        shareCondition: null,
        shareBasis: null,
        open: 'NONE',
        level: 'L1',
        category: 'GENERAL',
      },
    ],
  ])('is %s', (_case, coordinate, governance) => {
    expect(governs(coordinate)).toEqual(governance);
  });
});
