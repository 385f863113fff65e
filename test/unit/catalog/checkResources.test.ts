import { describe, expect, it } from '@jest/globals';

import { isReservedTypeName, listName, lookupName } from '../../../src/catalog/names.js';

import { compileText, faultsOf, faultsWith, traffic } from './fixture.js';

/** The fixture with `Brand` under another name, links to it included. */
function brandAs(name: string): readonly string[] {
  const renamed = traffic
    .replace('type Brand', `type ${name}`)
    .replace('brand: Brand', `brand: ${name}`);
  return faultsOf(() => compileText(renamed));
}

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
      'traffic.graphql:13:3 A link to one row leads to the key of Brand, which is "code"; a link to many is of type [Brand!].',
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
    '__Brand',
  ])('is refused as %s, which the channel keeps for itself', (name) => {
    expect(brandAs(name)).toEqual([
      `traffic.graphql:16:6 The channel keeps the name ${name} for itself; choose another.`,
    ]);
  });

  it.each(['Querying', 'PageInfos', 'Connections', 'EdgeOfTown', 'Where_', '_Brand'])(
    'passes as %s, which only resembles one of those',
    (name) => {
      expect(brandAs(name)).toEqual([]);
    },
  );

  it.each(['ID', 'Int', 'Float', 'String', 'Boolean', 'Date'])(
    'is refused as %s, which is that of a scalar',
    (name) => {
      expect(brandAs(name)).toEqual([expect.stringMatching(/^traffic\.graphql:16:6 /)]);
    },
  );

  it('is refused where its root fields are those of another', () => {
    expect(brandAs('vehicle')).toEqual([
      'traffic.graphql:16:6 Root field "vehicle" is that of Vehicle; choose another type name.',
      'traffic.graphql:16:6 Root field "vehicles" is that of Vehicle; choose another type name.',
    ]);
    expect(brandAs('Vehicles')).toEqual([
      'traffic.graphql:16:6 Root field "vehicles" is that of Vehicle; choose another type name.',
    ]);
  });
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
    expect([lookupName({ name }), listName({ name })]).toEqual([lookup, list]);
    expect(isReservedTypeName(name)).toBe(false);
  });
});
