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
 * Takes texts that pass the test, in variables and literals alike, and nothing that could be
 * turned into one: a number put where an ID belongs may have lost digits on its way. (graphql-js
 * has its own ID take numbers; its String does not.)
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

/** The scalars of a contract's schema. Values are read for output by the plan, not by these. */
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
