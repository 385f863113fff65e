import { describe, expect, it } from '@jest/globals';
import { parse } from 'graphql';

import { operationHash } from '../../../src/plan/operation/operationHash.js';

const hash = (query: string) => operationHash(parse(query));

describe('operations that differ in literals only have one hash', () => {
  it.each([
    ['texts', '{ r(id: "370202199003071233") { a } }', '{ r(id: "1") { a } }'],
    ['block texts', '{ r(id: """370202""") { a } }', '{ r(id: "1") { a } }'],
    ['numbers', '{ r(n: 5) { a } }', '{ r(n: 370202) { a } }'],
    ['numbers of either kind', '{ r(n: 1.5) { a } }', '{ r(n: 2e3) { a } }'],
    ['enum values', '{ r(c: RED) { a } }', '{ r(c: GREEN) { a } }'],
    ['lists of any length', '{ r(in: ["a", "b"]) { a } }', '{ r(in: []) { a } }'],
    [
      'conditions',
      '{ r(where: { d: { eq: "a" } }) { a } }',
      '{ r(where: { d: { eq: "b" } }) { a } }',
    ],
    [
      'defaults',
      'query ($x: ID = "a") { r(id: $x) { a } }',
      'query ($x: ID = "b") { r(id: $x) { a } }',
    ],
    [
      'booleans in conditions',
      '{ r(where: { f: { eq: true } }) { a } }',
      '{ r(where: { f: { eq: false } }) { a } }',
    ],
    [
      'the way in which they are written',
      '{r(id:"a"){a}}',
      '{\n  # a comment\n  r(id: "b") { a, }\n}',
    ],
  ])('%s', (_what, one, other) => {
    expect(hash(one)).toBe(hash(other));
    expect(hash(one)).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe('operations that ask for something else have another', () => {
  it.each([
    ['another field', '{ r(id: "a") { b } }'],
    ['one field more', '{ r(id: "a") { a b } }'],
    ['another root', '{ s(id: "a") { a } }'],
    ['an alias', '{ x: r(id: "a") { a } }'],
    ['another argument', '{ r(no: "a") { a } }'],
    ['a variable', 'query ($x: ID) { r(id: $x) { a } }'],
    ['a directive', '{ r(id: "a") { a @skip(if: true) } }'],
    ['a name', 'query Q { r(id: "a") { a } }'],
    ['a fragment', '{ r(id: "a") { ...F } } fragment F on T { a }'],
    ['another operation beside it', 'query A { r(id: "a") { a } } query B { s }'],
    ['an object', '{ r(id: { eq: "a" }) { a } }'],
  ])('%s', (_what, query) => {
    expect(hash(query)).not.toBe(hash('{ r(id: "a") { a } }'));
  });

  it('a condition on another field', () => {
    expect(hash('{ r(where: { d: { eq: "a" } }) { a } }')).not.toBe(
      hash('{ r(where: { e: { eq: "a" } }) { a } }'),
    );
  });
});
