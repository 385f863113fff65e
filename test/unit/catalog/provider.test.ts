import { describe, expect, it } from '@jest/globals';

import { compileText, compileTexts, faultsOf, faultsWith, traffic } from './fixture.js';

const opening = 'extend schema @catalog(agency: "qd-traffic", source: "traffic")\n';

describe('the opening of a catalog', () => {
  it('states whose it is, and the source of its tables', () => {
    const vehicle = compileText(traffic).resources.get('Vehicle');
    expect([vehicle?.agency, vehicle?.source]).toEqual(['qd-traffic', 'traffic']);
  });

  it('is asked for where it is missing', () => {
    expect(faultsWith(opening, '')).toEqual([
      'traffic.graphql:2:1 A catalog begins with `extend schema @catalog(agency: "…", source: "…")`.',
    ]);
  });

  it('is asked for by a schema that is defined, not extended', () => {
    expect(faultsWith(opening, 'schema { query: Vehicle }\n')).toEqual([
      'traffic.graphql:1:1 A catalog begins with `extend schema @catalog(agency: "…", source: "…")`.',
      'traffic.graphql:1:1 A catalog holds object types, each an information resource, and enums, each a code list.',
    ]);
  });

  it('is asked for once', () => {
    expect(faultsWith(opening, opening.trim() + '\n' + opening)).toEqual([
      'traffic.graphql:1:15 The directive "@catalog" can only be used once at this location.',
    ]);
  });

  it('names a source that is configured', () => {
    expect(faultsWith('source: "traffic"', 'source: "trafic"')).toEqual([
      'traffic.graphql:1:1 Source "trafic" is not configured; configured are traffic.',
    ]);
  });

  it('is refused where no source is configured at all', () => {
    const texts = [{ file: 'traffic.graphql', text: traffic }];
    expect(faultsOf(() => compileTexts(texts, new Map()))).toEqual([
      'traffic.graphql:1:1 Source "traffic" is not configured; configured are none.',
    ]);
  });

  it('stands in every file, each for itself', () => {
    const brand = traffic.slice(traffic.indexOf('type Brand'));
    const vehicle = traffic.slice(0, traffic.indexOf('type Brand'));
    const compileBoth = (second: string) => () =>
      compileTexts([
        { file: 'vehicle.graphql', text: vehicle },
        { file: 'brand.graphql', text: second },
      ]);
    expect(faultsOf(compileBoth(opening + brand))).toEqual([]);
    expect(faultsOf(compileBoth(brand))).toEqual([
      'brand.graphql:1:1 A catalog begins with `extend schema @catalog(agency: "…", source: "…")`.',
    ]);
  });
});

describe('what a catalog holds besides object types is refused', () => {
  it.each([
    ['scalar Weight'],
    ['interface Thing { code: ID }'],
    ['union Any = Vehicle | Brand'],
    ['input Filter { code: ID }'],
    ['directive @secret on OBJECT'],
    ['extend type Brand { country: String }'],
    ['query { __typename }'],
    ['fragment F on Brand { code }'],
  ])('%s', (definition) => {
    expect(faultsOf(() => compileText(traffic + definition))).toEqual([
      'traffic.graphql:23:1 A catalog holds object types, each an information resource, and enums, each a code list.',
    ]);
  });
});
