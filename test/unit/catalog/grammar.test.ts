import { describe, expect, it } from '@jest/globals';

import { compileTexts, faultsOf, faultsWith, compileText, traffic } from './fixture.js';

describe('a text that is no catalog by grammar is refused at its place', () => {
  it('while its neighbour, which all of these differ from in one place, passes', () => {
    expect(faultsOf(() => compileText(traffic))).toEqual([]);
  });

  it.each([
    {
      what: 'no GraphQL',
      from: 'plate: ID! @key',
      to: 'plate: @key',
      fault: '8:10 Syntax Error: Expected Name, found "@".',
    },
    {
      what: 'a directive that the vocabulary does not hold',
      from: ' @key @desensitize(rule: PLATE)',
      to: ' @primary @desensitize(rule: PLATE)',
      fault: '8:14 Unknown directive "@primary".',
    },
    {
      what: 'a directive in a place not its own',
      from: 'plate: ID! @key',
      to: 'plate: ID! @key @catalog(agency: "a", source: "b")',
      fault: '8:19 Directive "@catalog" may not be used on FIELD_DEFINITION.',
    },
    {
      what: 'a directive twice at one place',
      from: '@open(attribute: NONE)',
      to: '@open(attribute: NONE) @open(attribute: NONE)',
      fault: '11:19 The directive "@open" can only be used once at this location.',
    },
    {
      what: 'an argument that a directive does not take',
      from: '@desensitize(rule: NAME)',
      to: '@desensitize(rule: NAME, tail: 2)',
      fault: '9:70 Unknown argument "tail" on directive "@desensitize".',
    },
    {
      what: 'an argument that is missing',
      from: 'table: "vehicle", ',
      to: '',
      fault:
        '4:3 Directive "@resource" argument "table" of type "String!" is required, but it was not provided.',
    },
    {
      what: 'a type that is nowhere',
      from: 'brand: Brand @link',
      to: 'brand: Manufacturer @link',
      fault: '13:10 Unknown type "Manufacturer".',
    },
    {
      what: 'a field twice in its type',
      from: 'weight: Float',
      to: 'plate: Float',
      fault: '8:3 Field "Vehicle.plate" can only be defined once.',
    },
    {
      what: 'a type twice',
      from: 'type Brand\n',
      to: 'type Vehicle\n',
      fault: '16:6 Type name Vehicle is claimed by qd-traffic already; choose another.',
    },
  ])('$what', ({ from, to, fault }) => {
    expect(faultsWith(from, to)).toContain(`traffic.graphql:${fault}`);
  });

  it('a type that another agency’s file defines', () => {
    const other = traffic.replaceAll('0005-', '0006-').replace('qd-traffic', 'qd-police');
    const faults = faultsOf(() =>
      compileTexts([
        { file: 'traffic.graphql', text: traffic },
        { file: 'other.graphql', text: other },
      ]),
    );
    expect(faults).toEqual([
      'other.graphql:3:6 Type name Vehicle is claimed by qd-traffic already; choose another.',
      'other.graphql:16:6 Type name Brand is claimed by qd-traffic already; choose another.',
    ]);
  });

  it('a text that holds nothing', () => {
    expect(faultsOf(() => compileText(''))).toEqual([
      'traffic.graphql:1:1 Syntax Error: Unexpected <EOF>.',
    ]);
  });
});

describe('a value that a directive does not take is refused where it stands', () => {
  it.each([
    {
      from: 'level: L3',
      to: 'level: L9',
      fault: '7:20 Argument "level" has invalid value L9.',
    },
    {
      from: 'attribute: UNCONDITIONAL',
      to: 'attribute: PUBLIC',
      fault: '18:21 Argument "attribute" has invalid value PUBLIC.',
    },
    {
      from: 'rule: NAME',
      to: 'rule: SURNAME',
      fault: '9:64 Argument "rule" has invalid value SURNAME.',
    },
    {
      from: 'name: "owner_name"',
      to: 'name: 5',
      fault: '9:31 Argument "name" has invalid value 5.',
    },
    {
      from: 'updateCycle: YEARLY',
      to: 'updateCycle: "YEARLY"',
      fault: '17:71 Argument "updateCycle" has invalid value "YEARLY".',
    },
    {
      from: 'agency: "qd-traffic"',
      to: 'agency: null',
      fault: '1:32 Argument "agency" of non-null type "String!" must not be null.',
    },
  ])('$to', ({ from, to, fault }) => {
    expect(faultsWith(from, to)[0]).toBe(`traffic.graphql:${fault}`);
  });
});
