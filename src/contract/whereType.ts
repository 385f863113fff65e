import {
  GraphQLInputObjectType,
  GraphQLList,
  GraphQLNonNull,
  type GraphQLInputFieldConfigMap,
} from 'graphql';

import type { ScalarName } from '../mask/scalarName.js';
import type { ResourceDecision } from '../policy/decision.js';

import { scalars } from './scalars.js';

function conditionType(name: ScalarName): GraphQLInputObjectType {
  const scalar = scalars[name];
  return new GraphQLInputObjectType({
    name: `${name}Condition`,
    description: 'What a value must meet; every operator that is stated must hold.',
    fields: {
      eq: { type: scalar },
      in: { type: new GraphQLList(new GraphQLNonNull(scalar)) },
    },
  });
}

const conditionTypes: { readonly [Name in ScalarName]: GraphQLInputObjectType } = {
  ID: conditionType('ID'),
  String: conditionType('String'),
  Int: conditionType('Int'),
  Float: conditionType('Float'),
  Boolean: conditionType('Boolean'),
  Date: conditionType('Date'),
};

/** The conditions that a list of a resource takes: on fields with FILTER; undefined for none. */
export function whereType(decision: ResourceDecision): GraphQLInputObjectType | undefined {
  const fields: GraphQLInputFieldConfigMap = {};
  for (const { field, uses } of decision.fields.values()) {
    if (uses.has('FILTER')) fields[field.name] = { type: conditionTypes[field.type] };
  }
  if (Object.keys(fields).length === 0) return undefined;
  return new GraphQLInputObjectType({
    name: `${decision.resource.name}Where`,
    description: 'Conditions on rows; every one that is stated must hold.',
    fields,
  });
}
