import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  buildSchema,
  getArgumentValues,
  getVariableValues,
  parse,
  type FieldNode,
  type GraphQLField,
  type OperationDefinitionNode,
} from 'graphql';

import { coercePlain } from '../../../src/plan/operation/coercePlain.js';
import { plainArguments } from '../../../src/plan/operation/plainArguments.js';

const schema = buildSchema(`
  input Where { eq: String }
  scalar Day
  type Query {
    f(id: ID!, text: String, first: Int, open: Boolean = true, where: Where, day: Day, ids: [ID!]): String
    g(id: ID!, text: String, first: Int): String
  }`);
const fields = schema.getQueryType()?.getFields();

function operationOf(text: string): OperationDefinitionNode {
  const [definition] = parse(text).definitions;
  return definition as OperationDefinitionNode;
}
const fieldOf = ({ selectionSet }: OperationDefinitionNode) =>
  selectionSet.selections[0] as FieldNode;
const declared = ({ name }: FieldNode) => fields?.[name.value] as GraphQLField<unknown, unknown>;

const plain = operationOf(
  'query ($id: ID!, $text: String, $n: Int) { g(id: $id, text: $text, first: $n) }',
);
const others = [
  'query ($id: ID!, $open: Boolean!) { f(id: $id, open: $open) }',
  'query ($id: ID = "x") { f(id: $id) }',
  'query ($id: ID!, $w: Where) { f(id: $id, where: $w) }',
  'query ($id: ID!, $d: Day) { f(id: $id, day: $d) }',
  'query ($id: ID!, $ids: [ID!]) { f(id: $id, ids: $ids) }',
  'query ($id: ID!, $text: String) { f(id: $id, text: "t", first: 3) g: f(id: "y", text: $text) }',
].map(operationOf);

const value = fc.oneof(
  fc.string({ maxLength: 3 }),
  fc.integer(),
  fc.constantFrom(null, true, false, 1.5, -0, 2 ** 31, -(2 ** 31), 2 ** 40, [], ['x'], {}),
  fc.record({ eq: fc.string({ maxLength: 2 }) }),
);
const raw = fc.dictionary(fc.constantFrom('id', 'text', 'n', 'open', 'w', 'd', 'ids'), value);

describe('variables and arguments in the usual form', () => {
  it('come to what graphql-js makes of them, or are left to it', () => {
    const operation = fc.constantFrom(plain, ...others);
    fc.assert(
      fc.property(operation, raw, (of, given) => {
        const byLibrary = getVariableValues(schema, of.variableDefinitions ?? [], given);
        const coerced = coercePlain(schema, of, given);
        if (coerced) expect(coerced).toStrictEqual(byLibrary.coerced);
        const variables = byLibrary.coerced;
        if (!variables) return;
        const node = fieldOf(of);
        const values = plainArguments(declared(node), node, variables);
        if (values) {
          expect(values).toStrictEqual(getArgumentValues(declared(node), node, variables));
        }
      }),
      { numRuns: 3_000 },
    );
  });

  it('are not left to it where all is usual', () => {
    const given = { id: 'x', text: null, n: 3 };
    expect(coercePlain(schema, plain, given)).toStrictEqual(given);
    expect(coercePlain(schema, plain, { id: 'x' })).toStrictEqual({ id: 'x' });
    const node = fieldOf(plain);
    expect(plainArguments(declared(node), node, given)).toStrictEqual({
      id: 'x',
      text: null,
      first: 3,
    });
  });

  it.each([[{}], [{ id: null }], [{ id: 7 }], [{ id: 'x', n: 1.5 }], [{ id: 'x', n: 2 ** 31 }]])(
    'are left to it where one is not: %j',
    (given) => {
      expect(coercePlain(schema, plain, given)).toBeNull();
    },
  );

  it('are those of the schema that is asked, and of no other', () => {
    const other = buildSchema('type Query { f: String }');
    expect(coercePlain(schema, plain, { id: 'x' })).not.toBeNull();
    expect(coercePlain(other, plain, { id: 'x' })).toBeNull();
  });
});
