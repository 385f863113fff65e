import { describe, expect, it } from '@jest/globals';

import { compileText, faultsOf, traffic } from './fixture.js';

const fuels = `
"What an engine burns"
enum Fuel {
  DIESEL @code(value: "2", title: "柴油")
  PETROL @code(value: "10", title: "汽油")
  "Whatever else"
  OTHER @code(value: "3")
}
`;
const withField = (field: string, list = fuels) =>
  traffic.replace(
    'weight: Float',
    `${field} @classify(category: GENERAL, level: L1)\n  weight: Float`,
  ) + list;
const faults = (text: string) =>
  faultsOf(() => compileText(text)).map((fault) => fault.replace(/^traffic\.graphql:[0-9:]+ /, ''));

describe('a code list', () => {
  it('is an enum over texts, sorted by their code points', () => {
    const text = withField('fuel: Fuel @column(name: "note")');
    const field = compileText(text).resources.get('Vehicle')?.fields.get('fuel');
    expect(field).toMatchObject({
      type: 'Enum',
      codeList: {
        name: 'Fuel',
        description: 'What an engine burns',
        values: [
          { name: 'DIESEL', code: '2', description: '柴油' },
          { name: 'PETROL', code: '10', description: '汽油' },
          { name: 'OTHER', code: '3', description: 'Whatever else' },
        ],
      },
    });
    const { reading } = field!.column;
    expect(reading?.kind === 'codes' && reading.codes.map(({ code }) => code)).toEqual([
      '10',
      '2',
      '3',
    ]);
  });

  it.each(['Category', 'Level', 'MaskRule'])(
    'may be named %s, as an enum of the vocabulary is, whose values stay what they are',
    (name) => {
      const values = ['GENERAL', 'L1', 'NAME'].map((value, at) => `${value} @code(value: "${at}")`);
      const list = `enum ${name} { ${values.join(' ')} }`;
      const text = withField(`fuel: ${name} @column(name: "note")`, list);
      const fields = compileText(text).resources.get('Vehicle')?.fields;
      expect(fields?.get('fuel')?.codeList?.values.map((value) => value.name)).toEqual([
        ...['GENERAL', 'L1', 'NAME'],
      ]);
      expect(fields?.get('owner')).toMatchObject({ level: 'L3', mask: { rule: 'NAME' } });
    },
  );

  it('is one over whole numbers, sorted by their size', () => {
    const text = withField('fuel: Fuel @column(name: "places")');
    const column = compileText(text).resources.get('Vehicle')?.fields.get('fuel')?.column;
    const { reading } = column!;
    expect(reading?.kind === 'codes' && reading.codes.map(({ code }) => code)).toEqual([2, 3, 10]);
  });

  it.each([
    ['value without a code', 'OTHER @code(value: "3")', 'OTHER', /^A value says what columns hold/],
    ['code of two values', 'value: "3"', 'value: "2"', /`"2"` is DIESEL already\.$/],
    ['code that ends a literal', 'value: "3"', `value: "3'"`, /^OTHER: A code has at most 100/],
    [
      'name that conditions have',
      'Fuel',
      'FuelMany',
      /^No code list is named FuelMany, since types of conditions are named so/,
    ],
    [
      'name that lists have',
      'Fuel',
      'FuelEdge',
      /^No code list is named FuelEdge, since lists are of such types \(`…Connection`/,
    ],
    ['name of a scalar', 'Fuel', 'Date', /^No code list is named Date, since values of fields are/],
    ['value twice', 'OTHER @', 'PETROL @', /^A code list has each value once; PETROL is one\.$/],
  ])('is refused with a %s', (_case, passage, replacement, message) => {
    const text = withField('fuel: Fuel @column(name: "note")').replaceAll(passage, replacement);
    expect(faults(text)).toContainEqual(expect.stringMatching(message));
  });

  it('of a standard is there without a catalog that states it', () => {
    const sex = compileText(withField('sex: SexGB2261 @column(name: "note")', ''));
    expect(sex.resources.get('Vehicle')?.fields.get('sex')).toMatchObject({
      type: 'Enum',
      codeList: {
        name: 'SexGB2261',
        description: expect.stringMatching(/GB\/T 2261\.1-2003/),
        values: expect.arrayContaining([{ name: 'FEMALE', code: '2', description: '女性' }]),
      },
    });
  });

  it('holds 01 in whole numbers as 1', () => {
    const text = withField('group: EthnicGroupGB3304 @column(name: "places")', '');
    const { reading } = compileText(text).resources.get('Vehicle')!.fields.get('group')!.column;
    const codes = reading?.kind === 'codes' ? reading.codes : [];
    expect(codes.at(0)).toEqual({ value: 'HAN', code: 1 });
    expect(codes.at(-1)).toEqual({ value: 'JINO', code: 56 });
    expect(codes).toHaveLength(56);
  });

  it('is refused where two codes are one whole number', () => {
    const list = fuels.replace('value: "10"', 'value: "02"');
    expect(faults(withField('fuel: Fuel @column(name: "places")', list))).toEqual([
      'PETROL: the column would hold it as DIESEL, both as 2.',
    ]);
    expect(faults(withField('fuel: Fuel @column(name: "note")', list))).toEqual([]);
  });

  it('is refused under the name of a standard list', () => {
    const list = fuels.replace('enum Fuel', 'enum SexGB2261');
    expect(faults(withField('fuel: SexGB2261 @column(name: "note")', list))).toEqual([
      'The code list SexGB2261 is that of a standard: use it, or name another.',
    ]);
  });

  it('is refused over texts as whole numbers', () => {
    const list = fuels.replace('value: "3"', 'value: "X"');
    expect(faults(withField('fuel: Fuel @column(name: "places")', list))).toEqual([
      'OTHER: The column holds whole numbers, as `"1"`; `"X"` is none.',
    ]);
  });

  it('is refused over what holds neither', () => {
    expect(faults(withField('fuel: Fuel @column(name: "height")'))).toEqual([
      'Column "height" is `real`, and codes are texts or whole numbers: it fits Float.',
    ]);
  });

  it('is shown in clear or not at all: no mask is put on it, and none is asked for', () => {
    const field = 'fuel: Fuel @column(name: "note")';
    const masked = withField(`${field} @desensitize(rule: REDACT)`);
    expect(faults(masked)).toEqual([
      expect.stringMatching(/^REDACT can be put on .*; fuel is Enum\.$/),
    ]);
    const unmasked = withField(field).replace(
      '(category: GENERAL, level: L1)\n  weight',
      '(level: L3)\n  weight',
    );
    expect(faults(unmasked)).toEqual([]);
  });
});
