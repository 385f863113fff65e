import { GraphQLEnumType, GraphQLInputObjectType, type GraphQLInputFieldConfigMap } from 'graphql';

import type { ResourceDecision } from '../../policy/model/decisions.js';

const directionType = new GraphQLEnumType({
  name: 'SortDirection',
  description:
    'Texts are ordered by code point. Rows without a value come last, unless first is said.',
  values: { ASC: {}, DESC: {}, ASC_NULLS_FIRST: {}, DESC_NULLS_FIRST: {} },
});

/** The input type that orders a list, over the fields with SORT; undefined if there are none. */
export function orderByType(decision: ResourceDecision): GraphQLInputObjectType | undefined {
  const fields: GraphQLInputFieldConfigMap = {};
  for (const { field, uses } of decision.fields.values()) {
    if (uses.has('SORT')) fields[field.name] = { type: directionType };
  }
  if (Object.keys(fields).length === 0) return undefined;
  return new GraphQLInputObjectType({
    name: `${decision.resource.name}OrderBy`,
    description: 'One place in an order: one field, with its direction.',
    fields,
  });
}
