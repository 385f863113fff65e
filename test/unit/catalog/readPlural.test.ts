import { describe, expect, it } from '@jest/globals';

import { compileText, faultsWith, traffic } from './fixture.js';

const stating = (plural: string) =>
  faultsWith('table: "brand"', `table: "brand", plural: "${plural}"`);
const advice =
  'choose another type name, or state what many are called, as `@resource(plural: "people")`.';

describe('what many of a type are called', () => {
  it('is the usual plural, unless the catalog says otherwise', () => {
    const pluralOf = (text: string) => compileText(text).resources.get('Brand')?.plural;
    expect(pluralOf(traffic)).toBe('brands');
    expect(pluralOf(traffic.replace('table: "brand"', 'table: "brand", plural: "makes"'))).toBe(
      'makes',
    );
  });

  it.each(['Makes', '2makes', '', '_makes', '品牌', 'car makes', '__makes'])(
    'is refused as %j, of which no root field is named',
    (plural) => {
      expect(stating(plural)).toEqual([
        `traffic.graphql:17:3 \`plural\` is the name of a list, as \`people\`: of letters and digits, and begins with a small letter; "${plural}" is not. Left out, it is "brands".`,
      ]);
    },
  );

  it.each([
    ['vehicle', 'Vehicle'],
    ['vehicles', 'Vehicle'],
    ['vehicleAggregate', 'Vehicle'],
    ['vehicleStatistics', 'Vehicle'],
    ['vehiclesByPlate', 'Vehicle'],
    ['verifyVehicle', 'Vehicle'],
    ['brand', 'Brand itself'],
    ['nodes', 'the channel, kept for objects by a global id'],
  ])('is refused as %s, which is the name of another root field', (plural, holder) => {
    expect(stating(plural)).toEqual([
      `traffic.graphql:16:6 Root field "${plural}" is that of ${holder}; ${advice}`,
    ]);
  });

  it('lets two types stand side by side whose usual plurals are one', () => {
    const text = traffic.replace('type Brand', 'type Vehicles').replace(': Brand', ': Vehicles');
    const asked = 'table: "vehicle", updateCycle: DAILY,';
    const apart = text.replace(asked, `${asked} plural: "cars",`);
    expect(compileText(apart).resources.get('Vehicle')?.plural).toBe('cars');
  });
});
