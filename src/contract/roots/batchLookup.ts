import { GraphQLList, GraphQLNonNull } from 'graphql';

import { argumentNames, rootNames } from '../../catalog/model/rootNames.js';
import type { BuildRootFields } from '../rootField.js';
import { keyFields } from '../types/typeOf.js';

/** The root field that looks many rows up. It needs the same reach as looking one up. */
export const batchLookup: BuildRootFields = (decision, visible) => {
  if (!visible || !decision.reach.has('LOOKUP')) return [];
  const { resource } = decision;
  const [part] = Object.values(keyFields(decision));
  if (!part) return [];
  const keys = new GraphQLNonNull(new GraphQLList(part.type));
  const field = {
    type: new GraphQLList(visible.type),
    description: `Rows of ${resource.title}, by keys and in their order; null where none is in scope.`,
    args: { [argumentNames.keys(resource.key)]: { type: keys } },
  };
  return [[rootNames.batchLookup(resource), field]];
};
