import { conditionsFaults } from './planted/ofConditions.js';
import { countsFaults } from './planted/ofCounts.js';
import { dirtyWorldsFaults } from './planted/ofDirtyWorlds.js';
import { fieldsFaults } from './planted/ofFields.js';
import { formsByRowFaults } from './planted/ofFormsByRow.js';
import { keysFaults } from './planted/ofKeys.js';
import { largeValuesFaults } from './planted/ofLargeValues.js';
import { linksFaults } from './planted/ofLinks.js';
import { listsFaults } from './planted/ofLists.js';
import type { PlantedFault } from './planted/planting.js';

/** Leaks as they could slip into the stages, one by one. */
export const plantedFaults: readonly PlantedFault[] = [
  ...fieldsFaults,
  ...formsByRowFaults,
  ...keysFaults,
  ...listsFaults,
  ...linksFaults,
  ...conditionsFaults,
  ...countsFaults,
  ...largeValuesFaults,
  ...dirtyWorldsFaults,
];
