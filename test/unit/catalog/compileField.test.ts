import { describe, expect, it } from '@jest/globals';

import { compileText, faultsOf, faultsWith, traffic } from './fixture.js';

const types =
  'ID, String, Int, BigInt, Float, Decimal, Boolean, Date, Time, LocalDateTime, DateTime, JSON';

const fitsInteger =
  'it fits Int, BigInt, Decimal, Float or ID, and Boolean where it holds nothing else';
const fitsText =
  'it fits String or ID, and Date, LocalDateTime, DateTime, Time or JSON where it holds nothing else';

describe('a field of a catalog', () => {
  it('is kept with its type, its column and its mask', () => {
    const fields = compileText(traffic).resources.get('Vehicle')?.fields;
    expect(fields?.get('owner')).toMatchObject({
      type: 'String',
      nullable: true,
      column: { name: 'owner_name', storage: 'TEXT' },
      mask: { rule: 'NAME' },
      isWithheld: false,
    });
    expect(fields?.get('plate')).toMatchObject({
      type: 'ID',
      nullable: false,
      column: { name: 'plate', storage: 'TEXT' },
      mask: { rule: 'PLATE' },
      isWithheld: false,
    });
  });

  it('keeps nothing of its source’s word for its type, which is nobody’s who asks', () => {
    const owner = compileText(traffic).resources.get('Vehicle')?.fields.get('owner');
    expect(owner?.column).toEqual({
      ...{ name: 'owner_name', storage: 'TEXT', nullable: true, exact: true },
    });
  });

  it.each([
    ['another type without a link', 'weight: Brand', '10:11'],
    ['an enum of the vocabulary', 'weight: Level', '10:11'],
  ])('is refused as %s', (_case, field, at) => {
    expect(faultsWith('weight: Float', field)).toEqual([
      `traffic.graphql:${at} weight is one of ${types}, an enum of codes, or another type with \`@link(from: …, to: …)\`.`,
    ]);
  });

  it('is refused where the table has no column of its name', () => {
    expect(faultsWith('@column(name: "owner_name") ', '')).toEqual([
      'traffic.graphql:9:3 The table has no column "owner"; it has row_id, plate, owner_name, weight, isTaxi, brandCode, photo, serial, score, note, height, places, holder_no, tag, untyped, code, floors, area, price, sum, made, year, features, axles and 4 more.',
    ]);
  });

  it('is refused where the table has no column of the name that it states', () => {
    expect(faultsWith('name: "owner_name"', 'name: "OWNER_NAME"')).toEqual([
      'traffic.graphql:9:17 The table has no column "OWNER_NAME"; it has row_id, plate, owner_name, weight, isTaxi, brandCode, photo, serial, score, note, height, places, holder_no, tag, untyped, code, floors, area, price, sum, made, year, features, axles and 4 more. Did you mean "owner_name"?',
    ]);
  });

  it.each([
    ['ID', 'height', '`real`', 'it fits Float'],
    ['String', 'row_id', '`integer`', fitsInteger],
    ['Int', 'height', '`real`', 'it fits Float'],
    ['Int', 'note', '`text`', fitsText],
    ['Float', 'note', '`text`', fitsText],
    ['DateTime', 'made', '`date`', 'it fits Date'],
    ['Float', 'code', '`char(4)`', 'it fits String or ID, and JSON where it holds nothing else'],
    ['Decimal', 'floors', '`tinyint(4)`', null],
    [
      'String',
      'floors',
      '`tinyint(4)`',
      'it fits Int, BigInt, Decimal, Float or ID, and Boolean where it holds nothing else',
    ],
    ['Boolean', 'area', '`bigint(20)`', null],
    [
      'Date',
      'area',
      '`bigint(20)`',
      'it fits BigInt, Decimal or ID, and Int or Boolean where it holds nothing else. Where its digits are those of a day, say which: `@column(format: "YYYYMMDD")`',
    ],
    ['String', 'price', '`decimal(10,2)`', 'it fits Decimal or Float'],
    ['String', 'sum', '`decimal(30,10)`', 'it fits Decimal'],
    ['Date', 'year', '`year(4)`', 'it fits Int, BigInt, Decimal, Float or ID'],
  ])('is refused as %s over %s, which is %s, with what it fits', (type, column, word, fits) => {
    const field = `extra: ${type} @column(name: "${column}") @classify(category: GENERAL, level: L1)\n  weight: Float`;
    const fault = `traffic.graphql:10:10 Column "${column}" is ${word}, which ${type} does not fit: ${fits ?? ''}.`;
    expect(faultsWith('weight: Float', field)).toEqual(fits === null ? [] : [fault]);
  });

  it('is refused without a word of what a fitting one would be doubted for', () => {
    const field = 'extra: Int @column(name: "made") @classify(category: GENERAL, level: L1)';
    const text = traffic.replace('weight: Float', `${field}\n  weight: Float`);
    expect(() => compileText(text)).toThrow(expect.objectContaining({ warnings: [] }));
    expect(faultsOf(() => compileText(text))).toEqual([
      'traffic.graphql:10:10 Column "made" is `date`, which Int does not fit: it fits Date.',
    ]);
    const other = text.replace('extra: Int', 'extra: LocalDateTime');
    expect(() => compileText(other)).toThrow(expect.objectContaining({ warnings: [] }));
  });

  it.each(['String', 'ID', 'Float', 'JSON', 'Fuel'])(
    'is refused as %s over what no field can hold, with what may be offered instead',
    (type) => {
      const field = `extra: ${type} @column(name: "photo") @classify(category: GENERAL, level: L1)\n  weight: Float`;
      const list = 'enum Fuel { PETROL @code(value: "1") }\n';
      const text = `${traffic.replace('weight: Float', field)}${list}`;
      expect(faultsOf(() => compileText(text))).toEqual([
        'traffic.graphql:10:10 Column "photo" is `mediumblob`, which no field can hold: leave it out, or offer a view of its size.',
      ]);
    },
  );

  it('is refused over a column without a type', () => {
    const field = 'extra: String @column(name: "untyped") @classify(category: GENERAL, level: L1)';
    expect(faultsWith('weight: Float', `${field}\n  weight: Float`)).toEqual([
      'traffic.graphql:10:10 Column "untyped" is of no declared type, which no field can hold: leave it out.',
    ]);
  });

  it.each([
    ['ID', 'note'],
    ['String', 'note'],
    ['Date', 'note'],
    ['Int', 'row_id'],
    ['Float', 'height'],
    ['Float', 'row_id'],
    ['Boolean', 'places'],
  ])('passes as %s over %s', (type, column) => {
    const field = `extra: ${type} @column(name: "${column}") @classify(category: GENERAL, level: L1)\n  weight: Float`;
    expect(faultsWith('weight: Float', field)).toEqual([]);
  });

  it('is refused as Date over whole numbers, unless it says how they hold one', () => {
    const field = (column: string) =>
      `extra: Date @column(${column}) @classify(category: GENERAL, level: L1)\n  weight: Float`;
    expect(faultsWith('weight: Float', field('name: "row_id"'))).toEqual([
      `traffic.graphql:10:10 Column "row_id" is \`integer\`, which Date does not fit: ${fitsInteger}. Where its digits are those of a day, say which: \`@column(format: "YYYYMMDD")\`.`,
    ]);
    expect(faultsWith('weight: Float', field('name: "row_id", format: "YYYYMMDD"'))).toEqual([]);
  });

  it('is refused as never null over a column that may be', () => {
    expect(faultsWith('weight: Float', 'weight: Float!')).toEqual([
      'traffic.graphql:10:11 Column "weight" may be null: the field\'s type is Float, not Float!.',
    ]);
  });

  it('passes as perhaps null over a column that never is', () => {
    expect(faultsWith('plate: ID!', 'plate: ID')).toEqual([]);
  });
});

describe('a mask is refused on a type that it cannot be put on', () => {
  it.each([
    ['weight: Float', 'NAME can be put on String; weight is Float.', 'NAME'],
    ['weight: Float', 'YEAR can be put on Date, LocalDateTime; weight is Float.', 'YEAR'],
    ['weight: Float', 'ID_NUMBER can be put on ID, String; weight is Float.', 'ID_NUMBER'],
  ])('%s: %s', (field, message, rule) => {
    expect(faultsWith(field, `${field} @desensitize(rule: ${rule})`)).toEqual([
      `traffic.graphql:10:3 ${message}`,
    ]);
  });

  it('a boolean, which is withheld and never starred', () => {
    expect(faultsWith('isTaxi: Boolean', 'isTaxi: Boolean @desensitize(rule: REDACT)')).toEqual([
      'traffic.graphql:11:3 REDACT can be put on ID, String, Int, BigInt, Float, Decimal, Date, Time, LocalDateTime, DateTime, JSON, List; isTaxi is Boolean.',
    ]);
  });

  it('and passes on one that it can', () => {
    expect(faultsWith('weight: Float', 'weight: Float @desensitize(rule: REDACT)')).toEqual([]);
  });
});
