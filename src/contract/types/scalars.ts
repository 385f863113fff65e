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
 * Makes a scalar of the texts that pass a test, in variables and literals alike. Nothing is converted to a
 * text, since a number sent as an ID may have lost digits on the way. (The ID of graphql-js takes numbers;
 * its String does not.)
 */
function textScalar(name: ScalarName, description: string, test: (text: string) => boolean) {
  const accept = (value: unknown): string => {
    if (typeof value === 'string' && test(value)) return value;
    throw new GraphQLError(`${name} takes another text.`);
  };
  return new GraphQLScalarType<string, string>({
    name,
    description,
    parseValue: accept,
    parseLiteral: (node: ValueNode) => accept(node.kind === Kind.STRING ? node.value : undefined),
  });
}

/** The scalars of a contract's schema. They check input only; `src/execute/write/` writes output. */
export const scalars: { readonly [Name in ScalarName]: GraphQLScalarType } = {
  ID: textScalar('ID', 'An identifier, always a text.', () => true),
  String: GraphQLString,
  Int: GraphQLInt,
  Float: GraphQLFloat,
  Boolean: GraphQLBoolean,
  Date: textScalar('Date', 'A day of the Gregorian calendar, as YYYY-MM-DD.', isCalendarDay),
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
