import {
  GraphQLInt,
  GraphQLList,
  GraphQLNonNull,
  type GraphQLFieldConfig,
  type GraphQLFieldConfigArgumentMap,
  type GraphQLObjectType,
} from 'graphql';

import type { ResourceDecision } from '../../policy/model/decisions.js';

import { connectionType } from './connectionType.js';
import { orderByType } from './orderByType.js';
import { scalars } from './scalars.js';
import type { WhereTypes } from './whereTypes.js';

/** The number of rows in a page if neither `first` nor `last` is stated. */
export const defaultPageSize = 20;

/** The type and arguments of a list of a resource's rows. All fields that list them share it. */
export type ListConfig = Pick<GraphQLFieldConfig<unknown, unknown>, 'type'> & {
  readonly args: GraphQLFieldConfigArgumentMap;
};

/**
 * @param node the resource's type in the contract
 * @param wheres the `where` types of the contract
 */
export function listConfig(
  decision: ResourceDecision,
  node: GraphQLObjectType,
  wheres: WhereTypes,
): ListConfig {
  const where = wheres.of(decision.resource.name);
  const orderBy = orderByType(decision);
  return {
    type: connectionType(node, decision.resource.capabilities.canGroup),
    args: {
      ...(where && { where: { type: where } }),
      ...(orderBy && { orderBy: { type: new GraphQLList(new GraphQLNonNull(orderBy)) } }),
      first: {
        type: GraphQLInt,
        description: `So many rows from the beginning, or after the cursor; ${defaultPageSize} where neither it nor \`last\` is stated.`,
      },
      after: { type: scalars.String },
      last: { type: GraphQLInt, description: 'So many rows from the end, or before the cursor.' },
      before: { type: scalars.String },
    },
  };
}
