import type { ScalarType } from '../scalarType.js';

/** A whole number of 32 bits (GraphQL specification, 3.5.1). */
export const int: ScalarType = {
  storages: ['INTEGER'],
  accept: (value) => (typeof value === 'number' ? value : undefined),
  read: (value) => (typeof value === 'number' && (value | 0) === value ? value : undefined),
  isCompared: true,
  isOrdered: true,
  isGrouped: true,
  hasEnds: true,
  sums: { sum: 'Float', mean: 'Float' },
  own: null,
};
