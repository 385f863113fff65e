import {
  GraphQLBoolean,
  GraphQLError,
  GraphQLFloat,
  GraphQLInt,
  GraphQLScalarType,
  GraphQLString,
  Kind,
  type ValueNode,
} from 'graphql';

import type { Parameter } from '../../source/column/parameter.js';
import type { ScalarName } from '../../value/scalarName.js';
import type { OwnScalar, ScalarType } from '../../value/scalarType.js';
import { scalarNames, scalarTypes } from '../../value/scalarTypes.js';

/**
 * An identifier: a text, or a whole number, which stands for its digits (GraphQL specification, 3.5.5). A
 * literal keeps all its digits. A variable is a number by then, and one beyond 2^53 has lost some, so that
 * it would name somebody else: graphql-js takes it, and this scalar does not.
 */
const id = new GraphQLScalarType<string, string>({
  name: 'ID',
  description: 'An identifier: a text, or a whole number as its digits.',
  parseValue: (value) => {
    if (typeof value === 'string') return value;
    if (Number.isSafeInteger(value)) return String(value);
    throw new GraphQLError('ID takes a text, or a whole number within 2^53.');
  },
  parseLiteral: (node: ValueNode) => {
    if (node.kind === Kind.STRING || node.kind === Kind.INT) return node.value;
    throw new GraphQLError('ID takes a text or a whole number.');
  },
});

/** A scalar of the channel's own. Texts and numbers of a document keep all their digits. */
function ownScalar(name: ScalarName, type: ScalarType, own: OwnScalar): GraphQLScalarType {
  const { description, specifiedBy, literals } = own;
  const accept = (value: unknown): Parameter => {
    const accepted = type.accept(value);
    if (accepted === undefined) throw new GraphQLError(`${name} takes another value.`);
    return accepted;
  };
  const kinds: readonly string[] = [Kind.STRING, ...literals];
  return new GraphQLScalarType({
    name,
    description,
    specifiedByURL: specifiedBy,
    parseValue: accept,
    parseLiteral: (node: ValueNode) =>
      accept('value' in node && kinds.includes(node.kind) ? node.value : undefined),
  });
}

const ofGraphql: { readonly [name: string]: GraphQLScalarType } = {
  ID: id,
  String: GraphQLString,
  Int: GraphQLInt,
  Float: GraphQLFloat,
  Boolean: GraphQLBoolean,
};

function scalarOf(name: ScalarName): GraphQLScalarType {
  const type = scalarTypes[name];
  if (type.own) return ownScalar(name, type, type.own);
  const known = ofGraphql[name];
  if (!known) throw new TypeError(`GraphQL has no ${name}`);
  return known;
}

/** The scalars of a contract's schema. They check input only; `src/execute/write/` writes output. */
export const scalars = Object.fromEntries(scalarNames.map((name) => [name, scalarOf(name)])) as {
  readonly [Name in (typeof scalarNames)[number]]: GraphQLScalarType;
};
