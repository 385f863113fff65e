import { describe, expect, it } from '@jest/globals';

import { measureOperation } from '../../../src/plan/operation/measureOperation.js';

import { resolved } from './planning.js';

const measure = (query: string) => {
  const { depth, aliases, rootFields } = measureOperation(resolved(query));
  return [depth, aliases, rootFields];
};

describe('the measure of an operation: levels, aliases, root fields', () => {
  it.each([
    ['{ a }', [1, 0, 1]],
    ['{ a b c }', [1, 0, 3]],
    ['{ a { b { c } } d { e } }', [3, 0, 2]],
    ['{ x: a { y: b z: b } }', [2, 3, 1]],
    ['{ ... { a { b } } ... @include(if: true) { c } }', [2, 0, 2]],
    ['{ __typename }', [0, 0, 1]],
    ['{ a { __typename } }', [1, 0, 1]],
    ['{ t: __typename }', [0, 1, 1]],
    // Of introspection the aliases count; its depth has a limit of its own in the rules of validation.
    ['{ __schema { types { fields { f: name } } } a }', [1, 1, 2]],
  ])('%s', (query, expected) => {
    expect(measure(query)).toEqual(expected);
  });
});

describe('a fragment', () => {
  it('counts wherever it is spread, and as deep as it lies', () => {
    const fragment = 'fragment F on T { x: b { c } }';
    expect(measure(`{ a { ...F } } ${fragment}`)).toEqual([3, 1, 1]);
    expect(measure(`{ a { ...F ...F } d { e { ...F } } } ${fragment}`)).toEqual([4, 3, 2]);
    expect(measure(`{ ...F ...F ...F } ${fragment}`)).toEqual([2, 3, 3]);
  });

  it('that is not spread does not count', () => {
    expect(measure('{ a } fragment F on T { x: b { c { d } } }')).toEqual([1, 0, 1]);
  });

  it('that is not there counts as nothing', () => {
    expect(measure('{ a { ...F } }')).toEqual([1, 0, 1]);
  });

  it('that spreads others twice, forty deep, is counted in full, each once', () => {
    const fragments = Array.from(
      { length: 40 },
      (_, level) => `fragment F${level} on T { ...F${level + 1} ...F${level + 1} }`,
    );
    const last = 'fragment F40 on T { x: a }';
    expect(measure(`{ ...F0 } ${fragments.join(' ')} ${last}`)).toEqual([1, 2 ** 40, 2 ** 40]);
  });
});
