import type { ScalarType } from '../scalarType.js';

/** Some sources have booleans, others 1 and 0. */
export const boolean: ScalarType = {
  storages: ['BOOLEAN', 'INTEGER'],
  accept: (value) => (typeof value === 'boolean' ? value : undefined),
  read: (value) => {
    if (typeof value === 'boolean') return value;
    return value === 0 || value === 1 ? value === 1 : undefined;
  },
  isCompared: true,
  isOrdered: false,
  isGrouped: true,
  hasEnds: false,
  sums: null,
  own: null,
};
