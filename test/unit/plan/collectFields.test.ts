import { describe, expect, it } from '@jest/globals';

import {
  collectFields,
  selectionSetsOf,
  type Inclusion,
} from '../../../src/plan/operation/collectFields.js';

import { resolved } from './planning.js';

/** What is collected at the root: each response key with the fields that share it. */
function collected(query: string, inclusion: Inclusion = new Map()) {
  const operation = resolved(query);
  const fields = collectFields(operation, [operation.operation.selectionSet], inclusion);
  return Object.fromEntries(
    [...fields].map(([key, nodes]) => [key, nodes.map(({ name }) => name.value).join()]),
  );
}

const given = (x: boolean): Inclusion => new Map([['x', x]]);

describe('@skip and @include', () => {
  it.each([
    ['{ a @skip(if: true) b }', ['b']],
    ['{ a @skip(if: false) b }', ['a', 'b']],
    ['{ a @include(if: true) b }', ['a', 'b']],
    ['{ a @include(if: false) b }', ['b']],
    ['{ a @skip(if: false) @include(if: false) b }', ['b']],
    ['{ a @skip(if: true) @include(if: true) b }', ['b']],
    ['{ a @skip(if: false) @include(if: true) b }', ['a', 'b']],
    ['{ ... @skip(if: true) { a } b }', ['b']],
    ['{ ... @include(if: true) { a } b }', ['a', 'b']],
    ['{ ...F @include(if: false) b } fragment F on T { a }', ['b']],
    ['{ ...F @skip(if: false) b } fragment F on T { a }', ['a', 'b']],
    ['{ a @skip(if: true) }', []],
  ])('of a literal: %s', (query, keys) => {
    expect(Object.keys(collected(query))).toEqual(keys);
  });

  it.each([
    ['{ a @skip(if: $x) b }', ['b'], ['a', 'b']],
    ['{ a @include(if: $x) b }', ['a', 'b'], ['b']],
    ['{ ... @include(if: $x) { a } b }', ['a', 'b'], ['b']],
    ['{ ...F @skip(if: $x) b } fragment F on T { a }', ['b'], ['a', 'b']],
    ['{ a @include(if: $x) @skip(if: $x) b }', ['b'], ['b']],
  ])('of a variable: %s', (query, ifTrue, ifFalse) => {
    expect(Object.keys(collected(query, given(true)))).toEqual(ifTrue);
    expect(Object.keys(collected(query, given(false)))).toEqual(ifFalse);
  });

  it('of a variable that is not there leave the field out', () => {
    expect(collected('{ a @include(if: $x) b @skip(if: $x) c }')).toEqual({ c: 'c' });
  });

  it('are the only directives that decide', () => {
    expect(collected('{ a @other(if: false) }')).toEqual({ a: 'a' });
  });
});

describe('fields under one response key', () => {
  it('are merged, in the order in which the keys are first asked for', () => {
    const fields = collected('{ b a { x } b a { y } c: b }');
    expect(fields).toEqual({ b: 'b,b', a: 'a,a', c: 'b' });
    expect(Object.keys(fields)).toEqual(['b', 'a', 'c']);
  });

  it('bring all of their selections', () => {
    const operation = resolved('{ a { x } ...F ... { a { z } } } fragment F on T { a { y } }');
    const fields = collectFields(operation, [operation.operation.selectionSet], new Map());
    const inner = collectFields(operation, selectionSetsOf(fields.get('a')!), new Map());
    expect([...inner.keys()]).toEqual(['x', 'y', 'z']);
  });
});

describe('fragments', () => {
  it('are collected where they are spread, once for a selection', () => {
    expect(collected('{ a ...F ...F b } fragment F on T { c a }')).toEqual({
      a: 'a,a',
      c: 'c',
      b: 'b',
    });
  });

  it('inside fragments are too', () => {
    const query = '{ ...F } fragment F on T { ...G b } fragment G on T { a }';
    expect(Object.keys(collected(query))).toEqual(['a', 'b']);
  });

  it('that are spread where skipped first are still collected where they are not', () => {
    const query = '{ ...F @skip(if: true) b ...F } fragment F on T { a }';
    expect(Object.keys(collected(query))).toEqual(['b', 'a']);
  });
});
