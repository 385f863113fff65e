import { GraphQLNonNull, type GraphQLScalarType } from 'graphql';

import type { ResourceDecision } from '../../policy/model/decisions.js';

import { scalars } from './scalars.js';

/** The scalar of a resource's key, which must be given. */
export function keyType({ resource, fields }: ResourceDecision): GraphQLNonNull<GraphQLScalarType> {
  const key = fields.get(resource.key);
  if (!key) throw new TypeError('a resource has no key');
  return new GraphQLNonNull(scalars[key.field.type]);
}
