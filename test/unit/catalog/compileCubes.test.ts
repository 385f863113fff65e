import { describe, expect, it } from '@jest/globals';

import { compileText, faultsOf, traffic } from './fixture.js';

const brand = '  @classify(level: L1, category: GENERAL) {\n  code: ID! @key\n  name: String\n}';

/** A type with every kind of field, and a statistic on it. */
function withCube(cube: string): string {
  return traffic.replace(
    brand,
    `  @classify(level: L1, category: GENERAL)
  @cube(${cube}) {
  code: ID! @key
  name: String
}`,
  );
}

/** The same on the type of vehicles, at whose `weight` a number with a fraction is NOT_SHARED. */
function onVehicle(cube: string): string {
  const classified = '  @classify(level: L3, category: PERSONAL) {';
  return traffic.replace(
    classified,
    `  @classify(level: L3, category: PERSONAL)\n  @cube(${cube}) {`,
  );
}

const faults = (text: string) => faultsOf(() => compileText(text));
const stated = 'name: "byName", title: "品牌"';

describe('a cube', () => {
  it('is compiled with what it does not state', () => {
    const { resources } = compileText(withCube(`${stated}, dimensions: ["name"]`));
    const cube = resources.get('Brand')?.cubes.get('byName');
    expect(cube).toMatchObject({
      title: '品牌',
      dimensions: [{ name: 'name', part: 'value' }],
      measures: [],
      base: 10,
    });
  });

  it.each([
    [`${stated}, dimensions: ["name"], threshold: 3, rounding: 100`],
    ['name: "b2", title: "x", dimensions: ["name"], threshold: 3'],
  ])('passes: %s', (cube) => {
    expect(faults(withCube(cube))).toEqual([]);
  });

  it.each([
    [
      'name: "by name", title: "x", dimensions: ["name"]',
      'The name of a cube is of letters and digits and begins with a letter.',
    ],
    [
      'name: "true", title: "x", dimensions: ["name"]',
      'The name of a cube is of letters and digits and begins with a letter.',
    ],
    [`${stated}, dimensions: []`, 'A cube has 1 to 3 dimensions; this one has 0.'],
    [
      `${stated}, dimensions: ["no"]`,
      'A dimension is a field, but none of numbers with a fraction, or of a Date its year or month, as `birthDate_year`; "no" is none.',
    ],
    [
      `${stated}, dimensions: ["code"]`,
      '"code" tells people apart, so it is no dimension or measure of them.',
    ],
    [
      `${stated}, dimensions: ["name", "name"]`,
      'A cube goes by each field once; "name" stands twice.',
    ],
    [
      `${stated}, dimensions: ["name"], measures: ["name"], atMost: [5]`,
      'A measure is a field of type Int or Decimal, which is summed up; "name" is none.',
    ],
    [
      `${stated}, dimensions: ["name"], threshold: 2`,
      '`threshold` is 3 at the least: of two, each knows the other.',
    ],
    [
      `${stated}, dimensions: ["name"], rounding: 0`,
      '`rounding` is what numbers are multiples of, from 1.',
    ],
  ])('is refused: %s', (cube, message) => {
    expect(faults(withCube(cube))).toEqual([`traffic.graphql:20:3 ${message}`]);
  });

  const counted = (atMost: string, more = '') =>
    onVehicle(
      `${stated}, dimensions: ["isTaxi"], measures: ["seats"], atMost: ${atMost}${more}`,
    ).replace(
      'isTaxi:',
      'seats: Int @column(name: "places") @classify(category: GENERAL, level: L1)\n  isTaxi:',
    );

  it.each([
    [
      '[]',
      '`atMost` has a number for each of `measures`, the most that one person counts for in its sum; it has 0, and there are 1 measures.',
    ],
    ['[0]', '`atMost` is the most that one person counts for, from 1.'],
    [
      '[1000000001]',
      'Sums are told as multiples of `atMost` × `threshold`, here 1000000001 × 10; that is 10000000000 at the most, and `atMost` 2147483647.',
    ],
  ])('bounds what one person counts for in a sum: %s is refused', (atMost, message) => {
    expect(faults(counted(atMost))).toEqual([expect.stringContaining(message)]);
  });

  const paid = (atMost: string, column = 'price') =>
    counted(atMost).replace(
      'seats: Int @column(name: "places")',
      `seats: Decimal @column(name: "${column}")`,
    );

  it.each([
    ['["99.5"]', 9_950],
    ['[100]', 10_000],
    ['["0.01"]', 1],
    ['[0.25]', 25],
    ['["10000000"]', 1_000_000_000],
  ])('bounds a sum of decimals in units of their last digit: %s', (atMost, units) => {
    const cube = compileText(paid(atMost)).resources.get('Vehicle')?.cubes.get('byName');
    expect(cube?.measures).toMatchObject([{ name: 'seats', atMost: units }]);
  });

  it('sums decimals over whole numbers as these', () => {
    const cube = compileText(paid('["7"]', 'places')).resources.get('Vehicle')?.cubes.get('byName');
    expect(cube?.measures).toMatchObject([{ name: 'seats', atMost: 7 }]);
  });

  it.each([
    ['["0"]', '`atMost` is the most that one person counts for, from 0.01.'],
    ['["-1"]', '`atMost` is the most that one person counts for, from 0.01.'],
    ['["much"]', '`atMost` is the most that one person counts for, from 0.01.'],
    ['["0.005"]', '`atMost` has no more digits after the point than "seats" has in its column, 2.'],
    [
      '["10000000.01"]',
      'here 1000000001 × 10 units of 0.01; that is 10000000000 at the most, and `atMost` 2147483647.',
    ],
  ])('bounds what one person counts for in a sum of decimals: %s is refused', (atMost, message) => {
    expect(faults(paid(atMost))).toEqual([expect.stringContaining(message)]);
  });

  it('is refused over decimals whose digits after the point are not stated', () => {
    const [told] = faults(paid('["1"]', 'sum'));
    expect(told).toMatch(/the column of "seats" has none stated: offer a view with a narrower one/);
  });

  it('has measures with their bounds', () => {
    const cube = compileText(counted('[7]')).resources.get('Vehicle')?.cubes.get('byName');
    expect(cube?.measures).toMatchObject([{ name: 'seats', atMost: 7 }]);
  });

  it.each([
    ['threshold: 20', true],
    ['rounding: 20', true],
    ['threshold: 3, rounding: 10', false],
    ['threshold: 10', false],
  ])('rounds as the other cubes over its table do: with %s, refused is %s', (more, isRefused) => {
    const text = withCube(`${stated}, dimensions: ["name"]`).replace(
      '@cube(',
      `@cube(name: "other", title: "x", dimensions: ["name"], ${more})\n  @cube(`,
    );
    const told = 'All cubes over the table brand have one `threshold`';
    expect(faults(text)).toEqual(isRefused ? [expect.stringContaining(told)] : []);
  });

  it('bounds a measure as the other cubes over its table do', () => {
    const other = (atMost: number) =>
      counted('[7]').replace(
        '@cube(',
        `@cube(name: "other", title: "x", dimensions: ["owner"], measures: ["seats"], atMost: [${atMost}])\n  @cube(`,
      );
    expect(faults(other(7))).toEqual([]);
    const decimal = (atMost: number) =>
      other(atMost).replace(
        'seats: Int @column(name: "places")',
        'seats: Decimal @column(name: "price")',
      );
    expect(faults(decimal(7))).toEqual([]);
    expect(faults(decimal(8))).toEqual([
      expect.stringContaining('it is 7 here and 8 in Vehicle.other.'),
    ]);
    expect(faults(other(8))).toEqual([
      expect.stringContaining('have one `atMost` of "seats": it is 7 here and 8 in Vehicle.other.'),
    ]);
  });

  it('has three dimensions at the most', () => {
    const four = `${stated}, dimensions: ["owner", "isTaxi", "brandCode", "plate"]`;
    expect(faults(onVehicle(four))[0]).toMatch(/A cube has 1 to 3 dimensions; this one has 4\.$/);
    expect(faults(onVehicle(`${stated}, dimensions: ["owner", "isTaxi", "brandCode"]`))).toEqual(
      [],
    );
  });

  it('is by nothing of what is not shared, nor by numbers with a fraction', () => {
    expect(faults(onVehicle(`${stated}, dimensions: ["weight"]`))).toEqual([
      expect.stringContaining('"weight" is none.'),
    ]);
    const notShared = onVehicle(`${stated}, dimensions: ["owner"]`).replace(
      'owner: String @column(name: "owner_name") @desensitize(rule: NAME)',
      'owner: String @column(name: "owner_name") @share(attribute: NOT_SHARED, basis: "道路交通安全法 第九条")',
    );
    expect(faults(notShared)).toEqual([
      expect.stringContaining('"owner" is NOT_SHARED, so nothing of it is counted either.'),
    ]);
  });

  it.each([
    ['plate', [expect.stringContaining('"brandCode" tells people apart')]],
    ['brand', []],
  ])('is not by what the key holds by another name, as its element tells: %s', (element, found) => {
    const text = onVehicle(`${stated}, dimensions: ["brandCode"]`)
      .replace('plate: ID! @key', 'plate: ID! @key @element(is: "plate")')
      .replace(
        'brandCode: ID',
        `brandCode: ID @element(is: "${element}") @desensitize(rule: PLATE)`,
      );
    expect(faults(text)).toEqual(found);
  });

  it('is not at fault for a field that is', () => {
    const cube = `${stated}, dimensions: ["owner"]`;
    const gone = onVehicle(cube).replace('@column(name: "owner_name")', '@column(name: "no")');
    expect(faults(gone)).toEqual([expect.not.stringContaining('A dimension is a field')]);
  });

  it('has a name of its own', () => {
    const twice = withCube(`${stated}, dimensions: ["name"]`).replace(
      '@cube(',
      `@cube(${stated}, dimensions: ["name"])\n  @cube(`,
    );
    expect(faults(twice)).toEqual([
      'traffic.graphql:21:3 Each cube of a type has a name of its own; byName is one.',
    ]);
  });

  it('takes no argument that it does not have', () => {
    expect(faults(withCube(`${stated}, dimensions: ["name"], where: "x"`))).toHaveLength(1);
  });
});
