import { GraphQLList, GraphQLNonNull } from 'graphql';

import { rootNames } from '../../catalog/model/rootNames.js';
import type { BuildRootFields } from '../rootField.js';
import { scalars } from '../types/scalars.js';

/** The root field that exports all rows, one after the other. */
export const exportRows: BuildRootFields = ({ resource, reach }, visible) => {
  if (!visible || !reach.has('EXPORT')) return [];
  const { where } = visible.list.args;
  const field = {
    type: new GraphQLList(new GraphQLNonNull(visible.type)),
    description: `All rows of ${resource.title}, in the provider's order, as lines. It is asked for alone, by a POST to \`/export\`.`,
    args: {
      ...(where && { where }),
      after: {
        type: scalars.String,
        description: 'The cursor that the last chunk of an earlier export gave: goes on behind it.',
      },
    },
  };
  return [[rootNames.export(resource), field]];
};
