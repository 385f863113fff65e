import { GraphQLInputObjectType, GraphQLList, GraphQLNonNull } from 'graphql';

import { argumentNames, keyTypeName, rootNames } from '../../catalog/model/rootNames.js';
import type { BuildRootFields } from '../rootField.js';
import { keyFields } from '../types/typeOf.js';

/** The root field that looks many rows up. It needs the same reach as looking one up. */
export const batchLookup: BuildRootFields = (decision, visible) => {
  if (!visible || !decision.reach.has('LOOKUP')) return [];
  const { resource } = decision;
  const parts = keyFields(decision);
  const [part, ...more] = Object.values(parts);
  if (!part) return [];
  const key =
    more.length === 0
      ? part.type
      : new GraphQLNonNull(
          new GraphQLInputObjectType({
            name: keyTypeName(resource),
            description: `What tells one row of ${resource.title} from all others.`,
            fields: parts,
          }),
        );
  const keys = new GraphQLNonNull(new GraphQLList(key));
  const field = {
    type: new GraphQLList(visible.type),
    description: `Rows of ${resource.title}, by keys and in their order; null where none is in scope.`,
    args: { [argumentNames.keys(resource.key)]: { type: keys } },
  };
  return [[rootNames.batchLookup(resource), field]];
};
