import {
  GraphQLBoolean,
  GraphQLInt,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
} from 'graphql';

import { scalars } from './scalars.js';

/** Relay's PageInfo (GraphQL Cursor Connections Specification). */
export const pageInfoType = new GraphQLObjectType({
  name: 'PageInfo',
  description: 'Where a page lies in its list.',
  fields: {
    hasNextPage: { type: new GraphQLNonNull(GraphQLBoolean) },
    hasPreviousPage: { type: new GraphQLNonNull(GraphQLBoolean) },
    startCursor: { type: scalars.String },
    endCursor: { type: scalars.String },
  },
});

/**
 * The Relay connection over a type, with `nodes` for clients that need no cursor for each row.
 *
 * @param canCount whether the source can count rows
 */
export function connectionType(node: GraphQLObjectType, canCount: boolean): GraphQLObjectType {
  const required = new GraphQLNonNull(node);
  const edge = new GraphQLObjectType({
    name: `${node.name}Edge`,
    fields: {
      cursor: { type: new GraphQLNonNull(scalars.String) },
      node: { type: required },
    },
  });
  const listOf = (type: GraphQLObjectType | GraphQLNonNull<GraphQLObjectType>) =>
    new GraphQLNonNull(new GraphQLList(type));
  return new GraphQLObjectType({
    name: `${node.name}Connection`,
    fields: {
      edges: { type: listOf(new GraphQLNonNull(edge)) },
      nodes: { type: listOf(required) },
      pageInfo: { type: new GraphQLNonNull(pageInfoType) },
      ...(canCount && {
        totalCount: {
          type: new GraphQLNonNull(GraphQLInt),
          description: 'How many rows there are on all pages; counted where it is asked for.',
        },
      }),
    },
  });
}
