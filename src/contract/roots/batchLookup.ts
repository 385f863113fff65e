import { GraphQLList, GraphQLNonNull } from 'graphql';

import { batchLookupName, keyListName } from '../../catalog/model/rootNames.js';
import type { RootFields } from '../rootField.js';
import { keyType } from '../types/keyType.js';

/** The root field that looks many rows up, where one may be. */
export const batchLookup: RootFields = (decision, visible) => {
  if (!visible || !decision.reach.has('LOOKUP')) return [];
  const { resource } = decision;
  const keys = new GraphQLNonNull(new GraphQLList(keyType(decision)));
  const field = {
    type: new GraphQLList(visible.type),
    description: `Rows of ${resource.title}, by keys and in their order; null where none is in scope.`,
    args: { [keyListName(resource.key)]: { type: keys } },
  };
  return [[batchLookupName(resource, resource.key), field]];
};
