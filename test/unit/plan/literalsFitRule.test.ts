import { describe, expect, it } from '@jest/globals';
import { buildSchema, parse, validate } from 'graphql';

import { literalsFitRule } from '../../../src/plan/operation/rules/literalsFitRule.js';

import { contract } from './planning.js';

const everyKind = buildSchema(`
  enum Colour { RED GREEN }
  input Range { from: Int! to: Int inner: Range }
  type Query {
    f(text: String, n: Int, x: Float, flag: Boolean, colour: Colour, range: Range,
      ids: [ID!], rows: [[Int!]!], required: String! = "", ranges: [Range!]): Int
  }
`);

/** What the rule alone finds, as `line:column message`. */
function found(query: string, schema = everyKind): readonly string[] {
  return validate(schema, parse(query), [literalsFitRule]).map(({ message, locations }) => {
    const [at] = locations ?? [];
    return `${at?.line ?? 0}:${at?.column ?? 0} ${message}`;
  });
}

/** Stands for a value that must not be said again. */
const secret = '"370202199003071233"';

describe('a literal that fits its place passes', () => {
  it.each([
    'text: "a"',
    'text: null',
    'n: 5',
    'x: 5',
    'x: 5.5',
    'flag: true',
    'colour: RED',
    'range: { from: 1 }',
    'range: { from: 1, to: null, inner: { from: 2, to: 3 } }',
    'range: null',
    'ids: ["a", "b"]',
    'ids: []',
    'ids: "a"',
    'ids: null',
    'rows: [[1, 2], []]',
    'ranges: [{ from: 1 }]',
    'ranges: { from: 1 }',
  ])('%s', (argument) => {
    expect(found(`{ f(${argument}) }`)).toEqual([]);
  });
});

describe('a literal that does not fit its place is refused by its type, not by its value', () => {
  it.each([
    ['n', secret, 'Int'],
    ['n', '3702021990', 'Int'],
    ['n', '1.5', 'Int'],
    ['x', secret, 'Float'],
    ['flag', secret, 'Boolean'],
    ['flag', '370202', 'Boolean'],
    ['text', '370202', 'String'],
    ['text', '370202.5', 'String'],
    ['text', 'true', 'String'],
    ['text', 'RED', 'String'],
    ['text', `[${secret}]`, 'String'],
    ['text', `{ a: ${secret} }`, 'String'],
    ['text', '[[370202]]', 'String'],
    ['colour', secret, 'Colour'],
    ['colour', 'BLUE', 'Colour'],
    ['range', secret, 'Range'],
    ['range', '[370202]', 'Range'],
    ['required', 'null', 'String!'],
    ['required', '370202', 'String!'],
  ])('%s: %s', (name, literal, type) => {
    const column = 6 + name.length + 1;
    expect(found(`{ f(${name}: ${literal}) }`)).toEqual([
      `1:${column} A value of type ${type} must stand here.`,
    ]);
  });

  it('inside a list, at each element', () => {
    expect(found('{ f(ids: ["a", RED, null, true]) }')).toEqual([
      '1:16 A value of type ID! must stand here.',
      '1:21 A value of type ID! must stand here.',
      '1:27 A value of type ID! must stand here.',
    ]);
    expect(found(`{ f(rows: [[1, ${secret}]]) }`)).toEqual([
      '1:16 A value of type Int! must stand here.',
    ]);
  });

  it('inside an object, at each field', () => {
    expect(found(`{ f(range: { from: ${secret}, inner: { from: 1, to: ${secret} } }) }`)).toEqual([
      '1:20 A value of type Int! must stand here.',
      '1:64 A value of type Int must stand here.',
    ]);
  });

  it('as the default of a variable', () => {
    expect(found(`query ($n: Int = ${secret}) { f(n: $n) }`)).toEqual([
      '1:18 A value of type Int must stand here.',
    ]);
    expect(found('query ($n: Int = 5) { f(n: $n) }')).toEqual([]);
  });

  it('in a directive', () => {
    expect(found(`{ f @include(if: ${secret}) }`)).toEqual([
      '1:18 A value of type Boolean! must stand here.',
    ]);
  });
});

describe('an object', () => {
  it('states the fields that it must have', () => {
    expect(found('{ f(range: { to: 5 }) }')).toEqual([
      '1:12 Field "Range.from" of type Int! must be stated.',
    ]);
    expect(found('{ f(range: {}) }')).toEqual([
      '1:12 Field "Range.from" of type Int! must be stated.',
    ]);
  });

  it('states no others, and is told so without a suggestion', () => {
    expect(found(`{ f(range: { from: 1, form: ${secret} }) }`)).toEqual([
      '1:23 Field "form" is not defined by type "Range".',
    ]);
  });
});

describe('the scalars of a contract', () => {
  it.each([
    ['resident(idNo: 370202.5) { name }', 'ID!', 18],
    ['residents(where: { divisionCode: { eq: 37.5 } }) { nodes { name } }', 'ID', 42],
    ['residents(where: { birthDate: { eq: "1990-02-30" } }) { nodes { name } }', 'Date', 39],
    ['residents(where: { birthDate: { eq: 1990 } }) { nodes { name } }', 'Date', 39],
  ])('take texts of their form only: %s', (selection, type, column) => {
    expect(found(`{ ${selection} }`, contract.schema)).toEqual([
      `1:${column} A value of type ${type} must stand here.`,
    ]);
  });

  it('take a text of their form', () => {
    const selection = 'residents(where: { birthDate: { eq: "1990-03-07" } }) { nodes { name } }';
    expect(found(`{ ${selection} }`, contract.schema)).toEqual([]);
  });
});
