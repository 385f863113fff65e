import { describe, expect, it } from '@jest/globals';

import { compileText, faultsOf, faultsWith, traffic } from './fixture.js';

describe('a type of a catalog', () => {
  it('is refused unless it is an information resource', () => {
    const [, resource = ''] = /( {2}@resource\(code: "0005-2".*\n)/.exec(traffic) ?? [];
    expect(faultsWith(resource, '')).toEqual([
      'traffic.graphql:16:1 Brand is an information resource: add `@resource(code: …, title: …, table: …, updateCycle: …)`.',
    ]);
  });

  it('is refused unless its table is one of its source', () => {
    expect(faultsWith('table: "brand"', 'table: "brands"')).toEqual([
      'traffic.graphql:17:3 Source "traffic" has no table "brands"; it has vehicle, brand. Did you mean "brand"?',
    ]);
  });

  it('says what its rows cannot do without a key', () => {
    const { warnings } = compileText(traffic.replace('plate: ID! @key', 'plate: ID!'));
    expect(warnings.map(({ line, message }) => `${line} ${message}`)).toEqual([
      '3 Vehicle has no key: its rows can be listed, counted and aggregated, and not looked up or verified. "vehicle" has no primary key, and (row_id), (plate), (serial), (score), (tag) are unique. Put `@key` on "plate".',
    ]);
    const neither = traffic
      .replace('plate: ID! @key', 'plate: ID!')
      .replace(', pageBy: "row_id"', '');
    expect(compileText(neither).warnings.map(({ message }) => message)).toEqual([
      expect.stringContaining(
        'can be counted and aggregated, and not listed, looked up or verified',
      ),
    ]);
  });

  it('is refused with two keys', () => {
    expect(
      faultsWith(
        'weight: Float',
        'again: ID @key @column(name: "tag") @classify(category: GENERAL, level: L1)\n  weight: Float',
      ),
    ).toEqual([
      'traffic.graphql:10:3 Vehicle has one key; plate is it already. Where both are it together, state them on the type: `@key(fields: […])`.',
    ]);
  });

  it('has a key of several fields where its table keeps them unique together, or the catalog says so', () => {
    const together = (fields: string, resource = '') =>
      traffic
        .replace('plate: ID! @key', 'plate: ID!')
        .replace('pageBy: "row_id"', `pageBy: "row_id"${resource}`)
        .replace(
          '@open(attribute: CONDITIONAL)',
          `@open(attribute: CONDITIONAL) @key(fields: [${fields}])`,
        );
    const faults = (...given: Parameters<typeof together>) =>
      faultsOf(() => compileText(together(...given)));
    expect(faults('"owner", "brandCode"')).toEqual([
      'traffic.graphql:9:3 A key is unique in its table; columns "owner_name", "brandCode" together are not known to be: "vehicle" has no primary key, and (row_id), (plate), (serial), (score), (tag) are unique. Put `@key` on "plate". Where "owner_name", "brandCode" are unique all the same, vouch for it: `unique: [["owner_name", "brandCode"]]` in @resource.',
    ]);
    expect(faults('"owner", "brandCode"', ', unique: [["owner_name", "brandCode"]]')).toEqual([]);
    expect(faults('"owner", "plate"')).toEqual([]);
    expect(faults('"owner", "no"')).toEqual([
      'traffic.graphql:6:33 `@key` names fields of Vehicle; "no" is none.',
    ]);
    expect(faults('"plate", "plate"')).toEqual([
      'traffic.graphql:6:33 `@key` names each field once.',
    ]);
    expect(faults('')).toEqual([
      'traffic.graphql:6:33 `@key` on a type names the fields that tell its rows apart: `fields: ["…"]`.',
    ]);
  });

  it('is refused where its key is a link', () => {
    const changed = traffic
      .replace('plate: ID! @key', 'plate: ID!')
      .replace('brand: Brand @link', 'brand: Brand @key @link');
    expect(faultsOf(() => compileText(changed))).toEqual([
      'traffic.graphql:3:1 The key of Vehicle is a field with a column, not a link.',
    ]);
  });

  it('is refused where several rows may hold the same key', () => {
    const changed = traffic
      .replace('plate: ID! @key', 'plate: ID!')
      .replace('owner: String @column', 'owner: String @key @column');
    expect(faultsOf(() => compileText(changed))).toEqual([
      'traffic.graphql:9:3 A key is unique in its table; column "owner_name" is not known to be: "vehicle" has no primary key, and (row_id), (plate), (serial), (score), (tag) are unique. Put `@key` on "plate". Where "owner_name" is unique all the same, vouch for it: `unique: [["owner_name"]]` in @resource.',
    ]);
    const vouched = changed.replace(
      'pageBy: "row_id"',
      'pageBy: "row_id", unique: [["owner_name"]]',
    );
    expect(faultsOf(() => compileText(vouched))).toEqual([]);
  });
});

describe('the column that a type is paged by', () => {
  it('is kept with its storage; without one, there is none', () => {
    const { resources } = compileText(traffic);
    expect(resources.get('Vehicle')?.pageBy).toEqual([
      { name: 'row_id', storage: 'INTEGER', nullable: false, exact: true },
    ]);
    expect(resources.get('Brand')?.pageBy).toEqual([]);
  });

  it('may be one that the catalog vouches for, null or not', () => {
    const vouched = traffic.replace('pageBy: "row_id"', 'pageBy: "serial", unique: [["serial"]]');
    const { vouched: kept, pageBy } = compileText(vouched).resources.get('Vehicle')!;
    // An index keeps it unique, though not from being null.
    expect([kept, pageBy.map(({ name, nullable }) => [name, nullable])]).toEqual([
      [],
      [['serial', true]],
    ]);
  });

  it.each([
    ['is none of the table', 'rowid', '`pageBy` names a column of the table; "rowid" is none.'],
    [
      'may be null',
      'serial',
      '`pageBy` names what is unique and not null; "serial" may be null. Where the data is so all the same, vouch for it: `unique: [["serial"]]`.',
    ],
    [
      'may be null and there twice',
      'owner_name',
      '`pageBy` names what is unique and not null; "owner_name" is not known to be: "vehicle" has no primary key, and (row_id), (plate), (serial), (score), (tag) are unique. Where the data is so all the same, vouch for it: `unique: [["owner_name"]]`.',
    ],
    [
      'is named as the field is, not as the column is',
      'owner',
      '`pageBy` names a column of the table; "owner" is none.',
    ],
  ])('is refused where it %s', (_case, column, message) => {
    expect(faultsWith('pageBy: "row_id"', `pageBy: "${column}"`)).toEqual([
      `traffic.graphql:4:3 ${message}`,
    ]);
  });
});

describe('a link to one row', () => {
  it('is kept with its ends', () => {
    expect(compileText(traffic).resources.get('Vehicle')?.links.get('brand')).toEqual({
      name: 'brand',
      description: null,
      target: 'Brand',
      steps: [{ target: 'Brand', on: [{ from: 'brandCode', to: 'code' }] }],
      isMany: false,
    });
  });

  it.each([['Brand!'], ['[Brand!]!']])(
    'is refused as %s: it may find no row, or its source may fail',
    (type) => {
      expect(faultsWith('brand: Brand @link', `brand: ${type} @link`)).toEqual([
        'traffic.graphql:13:10 A link may find no row, or its source may fail, so the type of brand is nullable: Brand, or [Brand!] for many.',
      ]);
    },
  );

  it.each([
    ['@share(attribute: NOT_SHARED, basis: "道路交通安全法 第九条")'],
    ['@open(attribute: NONE)'],
    ['@classify(level: L4)'],
    ['@desensitize(rule: REDACT)'],
    ['@column(name: "brandCode")'],
    ['@necessary(scenarios: ["tolls"])'],
    ['@element(is: "brand")'],
  ])('is refused with %s, which would stand there and not be enforced', (directive) => {
    const faults = faultsWith('to: "code")', `to: "code") ${directive}`);
    expect(faults).toEqual([expect.stringMatching(/^traffic\.graphql:13:\d+ /)]);
  });
});
