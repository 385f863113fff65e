import {
  GraphQLInputObjectType,
  GraphQLList,
  GraphQLNonNull,
  type GraphQLInputFieldConfigMap,
} from 'graphql';

import type { ResourceDecision } from '../policy/decision.js';

import { conditionTypeOf } from './conditionTypes.js';

/** The conditions that a list of a resource takes: on fields with FILTER; undefined for none. */
export function whereType(decision: ResourceDecision): GraphQLInputObjectType | undefined {
  const fields: GraphQLInputFieldConfigMap = {};
  for (const { field, uses } of decision.fields.values()) {
    if (uses.has('FILTER')) fields[field.name] = { type: conditionTypeOf(field) };
  }
  if (Object.keys(fields).length === 0) return undefined;
  const type: GraphQLInputObjectType = new GraphQLInputObjectType({
    name: `${decision.resource.name}Where`,
    description: 'Conditions on rows; every one that is stated must hold.',
    fields: () => {
      const list = new GraphQLList(new GraphQLNonNull(type));
      return {
        ...fields,
        and: { type: list, description: 'Each of these must hold.' },
        or: { type: list, description: 'One of these must hold.' },
        not: { type, description: 'These must not all hold.' },
      };
    },
  });
  return type;
}
