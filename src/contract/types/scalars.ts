import {
  GraphQLBoolean,
  GraphQLError,
  GraphQLFloat,
  GraphQLInt,
  GraphQLNonNull,
  GraphQLScalarType,
  GraphQLString,
  Kind,
  type ValueNode,
} from 'graphql';

import type { GroupField } from '../../catalog/model/catalog.js';
import type { ScalarName } from '../../mask/scalarName.js';
import type { ResourceDecision } from '../../policy/model/decisions.js';
import { isCalendarDay } from '../../shared/isCalendarDay.js';

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

function acceptDay(value: unknown): string {
  if (typeof value === 'string' && isCalendarDay(value)) return value;
  throw new GraphQLError('Date takes another text.');
}

const date = new GraphQLScalarType<string, string>({
  name: 'Date',
  description: 'A day of the Gregorian calendar, as YYYY-MM-DD.',
  parseValue: acceptDay,
  parseLiteral: (node: ValueNode) => acceptDay(node.kind === Kind.STRING ? node.value : undefined),
});

/** The scalars of a contract's schema. They check input only; `src/execute/write/` writes output. */
export const scalars: { readonly [Name in ScalarName]: GraphQLScalarType } = {
  ID: id,
  String: GraphQLString,
  Int: GraphQLInt,
  Float: GraphQLFloat,
  Boolean: GraphQLBoolean,
  Date: date,
};

/** The scalar of a resource's key; a key must always be given. */
export function keyType({ resource, fields }: ResourceDecision): GraphQLNonNull<GraphQLScalarType> {
  const key = fields.get(resource.key);
  if (!key) throw new TypeError('a resource has no key');
  return new GraphQLNonNull(scalars[key.field.type]);
}

/** The scalar of a group's value. A year or a month of a day is a text; a whole value keeps its type. */
export function groupedType({ field, part }: GroupField): GraphQLScalarType {
  return part === 'value' ? scalars[field.type] : scalars.String;
}
