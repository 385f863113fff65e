import { describe, expect, it } from '@jest/globals';

import { compileText, faultsWith, traffic } from './fixture.js';

const field = (type: string, column: string, stated: string) =>
  `extra: ${type} @column(name: "${column}", ${stated}) @classify(category: GENERAL, level: L1)\n  weight: Float`;
const faults = (type: string, column: string, stated: string) =>
  faultsWith('weight: Float', field(type, column, stated)).map((fault) =>
    fault.replace(/^traffic\.graphql:/, ''),
  );

describe('what a column holds for a Boolean', () => {
  it.each([
    ['note', 'true: "Y", false: "N"', 'N', 'Y'],
    ['note', 'true: "是", false: "否"', '否', '是'],
    ['note', 'true: "1", false: ""', '', '1'],
    ['places', 'true: "1", false: "2"', 2, 1],
  ])('is kept with its column: %s, %s', (column, stated, no, yes) => {
    const text = traffic.replace('weight: Float', field('Boolean', column, stated));
    expect(compileText(text).resources.get('Vehicle')?.fields.get('extra')?.column).toMatchObject({
      nullable: true,
      reading: {
        kind: 'codes',
        codes: [
          { value: false, code: no },
          { value: true, code: yes },
        ],
      },
    });
  });

  it('is asked for where it is not stated, over texts', () => {
    const plain = 'note: Boolean @classify(category: GENERAL, level: L1)\n  weight: Float';
    expect(faultsWith('weight: Float', plain)).toEqual([
      'traffic.graphql:10:9 Column "note" is `text`, which Boolean does not fit: say what it holds for either, `@column(true: "Y", false: "N")`.',
    ]);
  });

  it.each([
    [
      'on a text',
      'String',
      'note',
      'true: "Y", false: "N"',
      /^10:17 `true` and `false` are of a Boolean; this field is String\.$/,
    ],
    [
      'of true alone',
      'Boolean',
      'note',
      'true: "Y"',
      /says what its column holds for either: `true: "Y", false: "N"`\.$/,
    ],
    [
      'of two that are one',
      'Boolean',
      'note',
      'true: "Y", false: "Y"',
      /two texts, or numbers, that differ\.$/,
    ],
    [
      'that would end a literal',
      'Boolean',
      'note',
      'true: "Y\'", false: "N"',
      /no quotes, backslashes/,
    ],
    [
      'with what is not seen',
      'Boolean',
      'note',
      'true: "Y\\u0000", false: "N"',
      /no quotes, backslashes/,
    ],
    [
      'of texts over numbers',
      'Boolean',
      'places',
      'true: "Y", false: "N"',
      /The column holds whole numbers, as `"1"`; `"N"` is none\.$/,
    ],
    [
      'of numbers in two spellings',
      'Boolean',
      'places',
      'true: "01", false: "0"',
      /`"01"` is none\.$/,
    ],
    [
      'over reals',
      'Boolean',
      'height',
      'true: "1", false: "0"',
      /^10:10 Column "height" is `real`, and codes are texts or whole numbers: it fits Float\.$/,
    ],
  ])('is refused %s', (_case, type, column, stated, message) => {
    expect(faults(type, column, stated)).toEqual([expect.stringMatching(message)]);
  });
});
