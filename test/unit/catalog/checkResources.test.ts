import { describe, expect, it } from '@jest/globals';

import { argumentNames, rootNames, usualPlural } from '../../../src/catalog/model/rootNames.js';
import { whyReserved } from '../../../src/catalog/model/whyReserved.js';

import { compileText, faultsOf, faultsWith, traffic } from './fixture.js';

/** The fixture with `Brand` under another name, links to it included. */
function brandAs(name: string): readonly string[] {
  const renamed = traffic
    .replace('type Brand', `type ${name}`)
    .replace('brand: Brand', `brand: ${name}`);
  return faultsOf(() => compileText(renamed));
}

/** What is to be done where a plural is that of another type. */
const orPlural =
  'choose another type name, or state what many are called, as `@resource(plural: "people")`';

describe('the ends of a link', () => {
  it('begin at a field of the type', () => {
    expect(faultsWith('from: "brandCode"', 'from: "brand_code"')).toEqual([
      'traffic.graphql:13:3 A link\'s `from` names a field of Vehicle; "brand_code" is none.',
    ]);
  });

  it('begin at no link', () => {
    expect(faultsWith('from: "brandCode"', 'from: "brand"')).toEqual([
      'traffic.graphql:13:3 A link\'s `from` names a field of Vehicle; "brand" is none.',
    ]);
  });

  it('lead to a resource', () => {
    expect(faultsWith('brand: Brand', 'brand: String')).toEqual([
      'traffic.graphql:13:3 A link leads to a resource; String is none.',
    ]);
  });

  it('lead to a field of that resource', () => {
    expect(faultsWith('to: "code"', 'to: "no"')).toEqual([
      'traffic.graphql:13:3 A link\'s `to` names a field of Brand; "no" is none.',
    ]);
  });

  it('lead to its key', () => {
    expect(faultsWith('name: String\n', 'name: ID\n')).toEqual([]);
    const changed = traffic
      .replace('name: String\n', 'name: ID\n')
      .replace('to: "code"', 'to: "name"');
    expect(faultsOf(() => compileText(changed))).toEqual([
      'traffic.graphql:13:3 A link to one row leads to fields that tell the rows of Brand apart, as its key "code" does; a link to many is of type [Brand!].',
    ]);
  });

  it('are as many at either end, each once', () => {
    expect(faultsWith('to: "code"', 'to: ["code", "name"]')).toEqual([
      'traffic.graphql:13:16 A link leads by as many fields at either end, one at least; `from` names 1, `to` 2.',
    ]);
    const twice = traffic
      .replace('from: "brandCode"', 'from: ["brandCode", "brandCode"]')
      .replace('to: "code"', 'to: ["code", "code"]');
    expect(faultsOf(() => compileText(twice))).toEqual([
      'traffic.graphql:13:16 A link names each field of an end once.',
    ]);
  });

  it('lead through a resource, to many rows', () => {
    const through = (type: string) =>
      `through: { type: "${type}", from: "brandCode", to: "brandCode" }`;
    const linked = (link: string) =>
      faultsWith('brand: Brand @link(from: "brandCode", to: "code")', link);
    expect(
      linked(`brand: [Brand!] @link(from: "brandCode", to: "code", ${through('Wheel')})`),
    ).toEqual(['traffic.graphql:13:3 A junction is a resource; Wheel is none.']);
    expect(
      linked(`brand: Brand @link(from: "brandCode", to: "code", ${through('Vehicle')})`),
    ).toEqual([
      'traffic.graphql:13:10 A link through a junction leads to many rows, so its type is [Brand!].',
    ]);
    expect(
      linked(
        'brand: [Brand!] @link(from: "brandCode", to: "code", through: { type: "Vehicle", from: "brandCode", to: "no" })',
      ),
    ).toEqual([
      'traffic.graphql:13:3 A link\'s `through.to` names a field of Vehicle; "no" is none.',
      'traffic.graphql:13:3 A link to many rows needs their order: Brand has no `pageBy`.',
    ]);
  });

  it('are of one type', () => {
    expect(faultsWith('brandCode: ID', 'brandCode: String')).toEqual([
      'traffic.graphql:13:3 The ends of a link are of one type; "brandCode" is String, "code" is ID.',
    ]);
  });
});

describe('a resource code', () => {
  it('is used once', () => {
    expect(faultsWith('code: "0005-2"', 'code: "0005-1"')).toEqual([
      'traffic.graphql:16:1 A resource code is used once; 0005-1 is that of Vehicle.',
    ]);
  });
});

describe('the name of a type', () => {
  it.each([
    'Query',
    'Mutation',
    'Subscription',
    'PageInfo',
    'BrandConnection',
    'BrandEdge',
    'BrandWhere',
    'BrandOrderBy',
    'SortDirection',
    'BrandCondition',
    'BrandGroupBy',
    'BrandAggregate',
    'BrandAggregateGroup',
    'BrandAggregateSum',
    'BrandClaims',
    'BrandClaimsByCode',
    'Verification',
    'BrandVerification',
    'VerificationResult',
    'BrandVerificationResult',
    '__Brand',
    'Desensitized',
    'Node',
  ])('is refused as %s, with the reason', (name) => {
    expect(brandAs(name)).toEqual([
      expect.stringMatching(
        new RegExp(
          `^traffic\\.graphql:16:6 No type is named ${name}, since [^:]+: choose another name\\.$`,
        ),
      ),
    ]);
  });

  it.each([
    'Querying',
    'PageInfos',
    'Connections',
    'EdgeOfTown',
    'Where_',
    '_Brand',
    'ClaimsBy',
    'Verifications',
  ])('passes as %s, which only resembles one of those', (name) => {
    expect(brandAs(name)).toEqual([]);
  });

  it.each(['ID', 'Int', 'Float', 'String', 'Boolean', 'Date'])(
    'is refused as %s, which is that of a scalar',
    (name) => {
      expect(brandAs(name)).toEqual([expect.stringMatching(/^traffic\.graphql:16:6 /)]);
    },
  );

  it.each(['Level', 'Category', 'MaskRule', 'NodeOfNet', 'DesensitizedBrand'])(
    'passes as %s, which is in no contract',
    (name) => {
      expect(brandAs(name)).toEqual([]);
    },
  );

  it.each([
    ['node', ['node', 'nodes']],
    ['Nodes', ['nodes']],
  ])('is refused as %s, by whose root fields clients look objects up', (name, fields) => {
    expect(brandAs(name)).toEqual(
      fields.map(
        (field) =>
          `traffic.graphql:16:6 Root field "${field}" is that of the channel, kept for objects by a global id; choose another type name.`,
      ),
    );
  });

  it('is refused where its root fields are those of another', () => {
    expect(brandAs('vehicle')).toEqual([
      'traffic.graphql:16:6 Root field "vehicle" is that of Vehicle; choose another type name.',
      'traffic.graphql:16:6 Root field "vehicles" is that of Vehicle; choose another type name.',
    ]);
    expect(brandAs('Vehicles')).toEqual([
      'traffic.graphql:16:6 Root field "vehicles" is that of Vehicle; choose another type name.',
    ]);
    expect(faultsWith('table: "brand"', 'table: "brand", plural: "vehicles"')).toEqual([
      `traffic.graphql:16:6 Root field "vehicles" is that of Vehicle; ${orPlural}.`,
    ]);
  });

  it.each([
    ['VehiclesByPlate', ['vehiclesByPlate']],
    ['VerifyVehicles', ['verifyVehicles']],
    ['VerifyVehicle', ['verifyVehicle', 'verifyVehicles']],
  ])('is refused as %s, where a root field is one of those made of another’s', (name, fields) => {
    expect(brandAs(name)).toEqual(
      fields.map(
        (field) =>
          `traffic.graphql:16:6 Root field "${field}" is that of Vehicle; choose another type name.`,
      ),
    );
  });

  it('is refused so wherever the other stands', () => {
    const [vehicle = '', brand = ''] = traffic.split('\ntype Brand');
    const types = vehicle.split('\ntype Vehicle');
    const turned = [types[0], `Brand${brand}`, `Vehicle${types[1] ?? ''}`].join('\ntype ');
    expect(faultsOf(() => compileText(turned))).toEqual([]);
    const clashing = turned
      .replace('type Brand', 'type VehiclesByPlate')
      .replace(': Brand', ': VehiclesByPlate');
    expect(faultsOf(() => compileText(clashing))).toEqual([
      expect.stringMatching(/Root field "vehiclesByPlate" is that of VehiclesByPlate; choose/),
    ]);
  });

  it.each(['VehiclesByOwner', 'VehicleByPlate', 'VerifyingVehicle', 'Verify'])(
    'passes as %s, of which no root field is made',
    (name) => {
      expect(brandAs(name)).toEqual([]);
    },
  );
});

describe('the name of a field', () => {
  it.each(['__owner', '__typename', '__proto__'])(
    'is refused as %s: GraphQL keeps what begins so for itself',
    (name) => {
      expect(faultsWith('owner: String', `${name}: String`)).toEqual([
        expect.stringMatching(/^traffic\.graphql:9:3 /),
      ]);
    },
  );

  it('passes with one underscore', () => {
    expect(faultsWith('owner: String', '_owner: String')).toEqual([]);
  });
});

describe('the name of a key', () => {
  const codeAs = (name: string) => {
    const renamed = traffic.replace('code: ID! @key', `${name}: ID! @key @column(name: "code")`);
    return faultsOf(() => compileText(renamed.replace('to: "code"', `to: "${name}"`)));
  };

  it('is not that of what is claimed in a verification', () => {
    expect(codeAs('claims')).toEqual([
      'traffic.graphql:16:1 The key of Brand is not named "claims", as what is claimed is.',
    ]);
    expect(codeAs('claim')).toEqual([]);
  });
});

describe('root fields are named after their type', () => {
  it.each([
    ['Resident', 'resident', 'residents'],
    ['City', 'city', 'cities'],
    ['Highway', 'highway', 'highways'],
    ['Class', 'class', 'classes'],
    ['Tax', 'tax', 'taxes'],
    ['Branch', 'branch', 'branches'],
    ['IDCard', 'iDCard', 'iDCards'],
  ])('%s: %s, %s', (name, lookup, list) => {
    expect([rootNames.lookup({ name }), rootNames.list({ plural: usualPlural({ name }) })]).toEqual(
      [lookup, list],
    );
    expect(whyReserved(name)).toBeUndefined();
  });
});

describe('root fields of many keys and of verifications are named after type and key', () => {
  it.each([
    ['Resident', 'idNo', 'residentsByIdNo', 'idNos', 'verifyResident', 'verifyResidents'],
    ['City', 'key', 'citiesByKey', 'keys', 'verifyCity', 'verifyCities'],
    ['Road', 'city', 'roadsByCity', 'cities', 'verifyRoad', 'verifyRoads'],
    ['IDCard', 'no', 'iDCardsByNo', 'nos', 'verifyIDCard', 'verifyIDCards'],
  ])('%s by %s: %s(%s), %s, %s', (name, key, batch, argument, single, many) => {
    const resource = { name, plural: usualPlural({ name }), key: [key] };
    expect([
      rootNames.batchLookup(resource),
      argumentNames.keys(resource.key),
      rootNames.verify(resource),
      rootNames.batchVerify(resource),
    ]).toEqual([batch, argument, single, many]);
  });
});
