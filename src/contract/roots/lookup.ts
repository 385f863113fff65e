import { rootNames } from '../../catalog/model/rootNames.js';
import type { BuildRootFields } from '../rootField.js';
import { keyFields } from '../types/typeOf.js';

/** The root field that looks one row up. */
export const lookup: BuildRootFields = (decision, visible) => {
  if (!visible || !decision.reach.has('LOOKUP')) return [];
  const { resource } = decision;
  const field = {
    type: visible.type,
    description: `One row of ${resource.title}, by its key; null where there is none in scope.`,
    args: keyFields(decision),
  };
  return [[rootNames.lookup(resource), field]];
};
