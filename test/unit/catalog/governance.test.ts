import { describe, expect, it } from '@jest/globals';

import type { Governance } from '../../../src/catalog/catalog.js';

import { compileText, faultsWith, traffic } from './fixture.js';

function governs(coordinate: string, text = traffic): Partial<Governance> {
  const [type = '', field = ''] = coordinate.split('.');
  const { share, shareGround, open, level, category } = compileText(text)
    .resources.get(type)!
    .fields.get(field)!;
  return { share, shareGround, open, level, category };
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
    ['condition: "for road safety"', 'basis: "for road safety"'],
  ])('that is CONDITIONAL states its condition: %s → %s', (from, to) => {
    expect(faultsWith(from, to)).toEqual([
      'traffic.graphql:5:3 CONDITIONAL states its condition: add `condition: "…"`.',
    ]);
  });

  it.each([
    [', basis: "a law, an article"', ''],
    ['basis: "a law, an article"', 'basis: ""'],
    ['basis: "a law, an article"', 'condition: "a law, an article"'],
  ])('that is NOT_SHARED states its legal basis: %s → %s', (from, to) => {
    expect(faultsWith(from, to)).toEqual([
      'traffic.graphql:10:17 NOT_SHARED states its legal basis: add `basis: "law, article"`.',
    ]);
  });

  it('rests on its basis where it is NOT_SHARED, whatever else it states', () => {
    const text = traffic.replace('basis: "a law', 'condition: "never", basis: "a law');
    expect(governs('Vehicle.weight', text).shareGround).toBe('a law, an article');
  });

  it('of a field may not loosen that of its type', () => {
    expect(
      faultsWith('plate: ID! @key', 'plate: ID! @key @share(attribute: UNCONDITIONAL)'),
    ).toEqual([
      "traffic.graphql:8:19 A field may only tighten its type's share attribute, which is CONDITIONAL.",
    ]);
  });

  it('of a field may say again what that of its type says', () => {
    const stated = 'plate: ID! @key @share(attribute: CONDITIONAL, condition: "for tolls")';
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
        shareGround: 'for road safety',
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
        shareGround: 'for road safety',
        open: 'CONDITIONAL',
        level: 'L1',
        category: 'PERSONAL',
      },
    ],
    [
      'that it is not shared, and so not open either',
      'Vehicle.weight',
      {
        share: 'NOT_SHARED',
        shareGround: 'a law, an article',
        open: 'NONE',
        level: 'L3',
        category: 'PERSONAL',
      },
    ],
    [
      'not being open, where its type does not say that it is',
      'Brand.name',
      { share: 'UNCONDITIONAL', shareGround: null, open: 'NONE', level: 'L1', category: 'GENERAL' },
    ],
  ])('is %s', (_case, coordinate, governance) => {
    expect(governs(coordinate)).toEqual(governance);
  });
});
