import { describe, expect, it } from '@jest/globals';
import { buildSchema, parse, validate } from 'graphql';

import { queriesOnlyRule } from '../../../src/plan/operation/rules/queriesOnlyRule.js';

const schema = buildSchema('type Query { division(code: ID!): String }');

function messages(document: string): readonly string[] {
  return validate(schema, parse(document), [queriesOnlyRule]).map(({ message }) => message);
}

describe('queriesOnlyRule', () => {
  it.each(['{ division(code: "1") }', 'query Named { division(code: "1") }'])(
    'lets %s pass',
    (document) => {
      expect(messages(document)).toEqual([]);
    },
  );

  it.each([
    ['mutation', 'mutation { division(code: "1") }'],
    ['subscription', 'subscription { division(cod: "1") }'],
  ])('refuses a %s', (kind, document) => {
    expect(messages(document)).toEqual([`An operation is a query; this one is a ${kind}.`]);
  });
});
