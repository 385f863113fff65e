import { rootNames } from '../../catalog/model/rootNames.js';
import type { BuildRootFields } from '../rootField.js';

/** The root field that lists rows page by page. */
export const list: BuildRootFields = ({ resource, reach }, visible) => {
  if (!visible || !reach.has('LIST') || resource.pageBy.length === 0) return [];
  const description = `Rows of ${resource.title}, in the provider's order unless another is asked.`;
  return [[rootNames.list(resource), { ...visible.list, description }]];
};
