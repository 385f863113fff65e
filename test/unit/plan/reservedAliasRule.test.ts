import { describe, expect, it } from '@jest/globals';
import { parse, validate } from 'graphql';

import { reservedAliasRule } from '../../../src/plan/operation/rules/reservedAliasRule.js';

import { contract } from './planning.js';

function found(query: string): readonly string[] {
  return validate(contract.schema, parse(query), [reservedAliasRule]).map(
    ({ message, locations }) => `${locations?.[0]?.column ?? 0} ${message}`,
  );
}

describe('an alias that begins with two underscores is refused', () => {
  it.each(['__proto__', '__typename', '__schema', '__', '__x'])('%s', (alias) => {
    expect(found(`{ resident(idNo: "1") { ${alias}: name } }`)).toEqual([
      `25 An alias does not begin with "__"; "${alias}" does.`,
    ]);
  });

  it('at the root, in a connection and in a fragment too, each once', () => {
    const query = `{ __a: residents { __b: nodes { ...F ...F } } } fragment F on Resident { __c: name }`;
    expect(found(query)).toEqual([
      '3 An alias does not begin with "__"; "__a" does.',
      '20 An alias does not begin with "__"; "__b" does.',
      '74 An alias does not begin with "__"; "__c" does.',
    ]);
  });

  it('and so is no word of the values beside it', () => {
    const [message] = found('{ __a: resident(idNo: "370202199003071233") { name } }');
    expect(message).toBe('3 An alias does not begin with "__"; "__a" does.');
  });
});

describe('an alias that does not passes', () => {
  it.each(['_', '_x', 'x__', 'x__y', '_proto__', 'constructor', 'toString'])('%s', (alias) => {
    expect(found(`{ resident(idNo: "1") { ${alias}: name } }`)).toEqual([]);
  });

  it('as does __typename under its own name', () => {
    expect(found('{ __typename resident(idNo: "1") { __typename type: __typename } }')).toEqual([]);
  });
});
