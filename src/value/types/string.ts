import type { ScalarType } from '../scalarType.js';

export const string: ScalarType = {
  storages: ['TEXT'],
  accept: (value) => (typeof value === 'string' ? value : undefined),
  read: (value) => (typeof value === 'string' ? value : undefined),
  isCompared: true,
  isOrdered: true,
  isGrouped: true,
  hasEnds: false,
  sums: null,
  own: null,
};
