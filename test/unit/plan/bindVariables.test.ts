import { describe, expect, it } from '@jest/globals';

import { bindVariables, type Variables } from '../../../src/plan/operation/bindVariables.js';
import { refusalOf } from '../support/refusal.js';

import { contract, resolved } from './planning.js';

function bound(declared: string, raw: Variables): Variables {
  const { operation } = resolved(`query (${declared}) { __typename }`);
  return bindVariables(contract.schema, operation, raw);
}

const secret = '370202199003071233';

describe('variables that fit their types are bound', () => {
  it.each<[string, Variables, Variables]>([
    ['$id: ID!', { id: secret }, { id: secret }],
    ['$n: Int!', { n: 5 }, { n: 5 }],
    ['$n: Int', {}, {}],
    ['$n: Int', { n: null }, { n: null }],
    ['$n: Int = 7', {}, { n: 7 }],
    ['$n: Int = 7', { n: null }, { n: null }],
    ['$n: Int! = 7', {}, { n: 7 }],
    ['$ids: [ID!]', { ids: 'a' }, { ids: ['a'] }],
    ['$d: Date', { d: '1990-03-07' }, { d: '1990-03-07' }],
    ['$w: ResidentWhere', { w: { divisionCode: { in: [] } } }, { w: { divisionCode: { in: [] } } }],
    ['$n: ID', { n: 370202 }, { n: '370202' }],
    ['$a: ID', { a: 'a', b: 'not declared, so not bound' }, { a: 'a' }],
  ])('%s ← %j', (declared, raw, variables) => {
    expect({ ...bound(declared, raw) }).toEqual(variables);
  });
});

describe('a variable that has no value, and must have one, is named', () => {
  it.each<[string, Variables]>([
    ['$n: Int!', {}],
    ['$n: Int!', { n: null }],
    ['$a: ID, $n: Int!', { a: secret }],
    ['$n: Int! = 7', { n: null }],
  ])('%s ← %j', (declared, raw) => {
    expect(refusalOf(() => bound(declared, raw))).toEqual({
      code: 'BAD_USER_INPUT',
      message: 'Variable "$n" of type Int! must have a value; it has none.',
    });
  });
});

describe('a variable that does not fit its type is refused by its place, not by its value', () => {
  it.each<[string, Variables, string, string]>([
    ['$v: Int!', { v: secret }, 'Int!', '$v'],
    ['$v: Int!', { v: 1.5 }, 'Int!', '$v'],
    ['$v: Int!', { v: 2 ** 31 }, 'Int!', '$v'],
    ['$v: ID!', { v: 1.5 }, 'ID!', '$v'],
    // The digits that it had are lost.
    ['$v: ID!', { v: 2 ** 53 }, 'ID!', '$v'],
    ['$v: ID', { v: true }, 'ID', '$v'],
    ['$v: ID', { v: [secret] }, 'ID', '$v'],
    ['$v: ID', { v: { secret } }, 'ID', '$v'],
    ['$v: String', { v: 370202 }, 'String', '$v'],
    ['$v: Boolean', { v: 'true' }, 'Boolean', '$v'],
    ['$v: Date', { v: '1990-02-30' }, 'Date', '$v'],
    ['$v: [ID!]', { v: ['a', 1.5] }, '[ID!]', '$v.1'],
    ['$v: [ID!]', { v: ['a', null] }, '[ID!]', '$v.1'],
    ['$v: ResidentWhere', { v: secret }, 'ResidentWhere', '$v'],
    ['$v: ResidentWhere', { v: { faith: { eq: secret } } }, 'ResidentWhere', '$v'],
    ['$v: ResidentWhere', { v: { [secret]: 1 } }, 'ResidentWhere', '$v'],
    ['$v: ResidentWhere', { v: { divisionCode: secret } }, 'ResidentWhere', '$v.divisionCode'],
    [
      '$v: ResidentWhere',
      { v: { divisionCode: { eq: 1.5 } } },
      'ResidentWhere',
      '$v.divisionCode.eq',
    ],
    [
      '$v: ResidentWhere',
      { v: { divisionCode: { in: ['a', 1.5] } } },
      'ResidentWhere',
      '$v.divisionCode.in.1',
    ],
    [
      '$v: ResidentWhere',
      { v: { birthDate: { in: ['1990-03-07', null] } } },
      'ResidentWhere',
      '$v.birthDate.in.1',
    ],
  ])('%s ← %j', (declared, raw, type, place) => {
    expect(refusalOf(() => bound(declared, raw))).toEqual({
      code: 'BAD_USER_INPUT',
      message: `Variable "$v" must fit its type ${type}; what stands at "${place}" does not.`,
    });
  });

  it('and where several do not, the first of them in the order of their declaration', () => {
    expect(refusalOf(() => bound('$a: ID, $b: Int', { b: secret, a: 1.5 })).message).toBe(
      'Variable "$a" must fit its type ID; what stands at "$a" does not.',
    );
    expect(refusalOf(() => bound('$a: ID, $b: Int!', { a: 'a' })).message).toBe(
      'Variable "$b" of type Int! must have a value; it has none.',
    );
  });

  it('and of a long list no more is looked at than tells that it is wrong', () => {
    let reads = 0;
    const ids = new Proxy(
      Array.from({ length: 49_000 }, () => 1.5),
      {
        get(target, key, receiver): unknown {
          if (typeof key === 'string' && /^[0-9]+$/.test(key)) reads += 1;
          return Reflect.get(target, key, receiver);
        },
      },
    );
    expect(refusalOf(() => bound('$ids: [ID!]', { ids })).message).toBe(
      'Variable "$ids" must fit its type [ID!]; what stands at "$ids.0" does not.',
    );
    expect(reads).toBeGreaterThan(0);
    expect(reads).toBeLessThan(10);
  });
});
