import {
  GraphQLList,
  GraphQLNonNull,
  type GraphQLFieldConfig,
  type GraphQLObjectType,
  type GraphQLScalarType,
} from 'graphql';

import { keyListName } from '../../catalog/model/rootNames.js';
import type { ResourceDecision } from '../../policy/model/decisions.js';
import { scalars } from '../types/scalars.js';

type FieldConfig = GraphQLFieldConfig<unknown, unknown>;

/** The scalar of a resource's key, which must be given. */
export function keyType({ resource, fields }: ResourceDecision): GraphQLNonNull<GraphQLScalarType> {
  const key = fields.get(resource.key);
  if (!key) throw new TypeError('a resource has no key');
  return new GraphQLNonNull(scalars[key.field.type]);
}

/** The root field that looks one row up. */
export function lookupField(decision: ResourceDecision, type: GraphQLObjectType): FieldConfig {
  const { title, key } = decision.resource;
  return {
    type,
    description: `One row of ${title}, by its key; null where there is none in scope.`,
    args: { [key]: { type: keyType(decision) } },
  };
}

/** The root field that looks many rows up, where one may be. */
export function batchLookupField(decision: ResourceDecision, type: GraphQLObjectType): FieldConfig {
  const { title, key } = decision.resource;
  return {
    type: new GraphQLList(type),
    description: `Rows of ${title}, by keys and in their order; null where none is in scope.`,
    args: { [keyListName(key)]: { type: new GraphQLNonNull(new GraphQLList(keyType(decision))) } },
  };
}
