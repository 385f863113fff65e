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

  const clockOf = (stated: string) =>
    compileText(
      traffic
        .replace('source: "traffic"', `source: "traffic"${stated}`)
        .replace(
          'weight: Float',
          'seen: DateTime @column(name: "note") @desensitize(rule: REDACT)\n  weight: Float',
        ),
    )
      .resources.get('Vehicle')
      ?.fields.get('seen')?.column.reading;

  it.each([
    ['', 480],
    [', offset: "+08:00"', 480],
    [', offset: "-09:30"', -570],
    [', offset: "+00:00"', 0],
    [', offset: "-00:00"', 0],
  ])('says by what clock columns without a zone are instants: %s', (stated, offset) => {
    expect(clockOf(stated)).toEqual({ kind: 'clock', offset, isText: true });
  });

  it.each(['Asia/Shanghai', '8', '+8:00', '+15:00', '08:00', 'Z', '+08:60', ''])(
    'is refused with what is no offset: "%s"',
    (offset) => {
      expect(faultsWith('source: "traffic"', `source: "traffic", offset: "${offset}"`)).toEqual([
        `traffic.graphql:1:15 \`offset\` is how far the source's clock is ahead of that of UTC, as "+08:00"; "${offset}" is none.`,
      ]);
    },
  );

  it('states one offset in all catalogs of a source', () => {
    const brand = traffic.slice(traffic.indexOf('type Brand'));
    const vehicle = traffic.slice(0, traffic.indexOf('type Brand'));
    const withOffset = (offset: string) => () =>
      compileTexts([
        { file: 'vehicle.graphql', text: vehicle },
        {
          file: 'brand.graphql',
          text:
            opening.replace('source: "traffic"', `source: "traffic", offset: "${offset}"`) + brand,
        },
      ]);
    expect(faultsOf(withOffset('+08:00'))).toEqual([]);
    expect(faultsOf(withOffset('+09:00'))).toEqual([
      'brand.graphql:1:1 All catalogs of one source state one `offset`, since its tables are linked to each other; another catalog of "traffic" states another.',
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
