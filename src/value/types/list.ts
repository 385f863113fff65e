import type { ScalarType } from '../scalarType.js';

/**
 * Several values of one type, in their order. What type they are of, the field says. It is shown or hidden as
 * a whole, and asked for by what it holds.
 */
export const list: ScalarType = {
  storages: ['LIST'],
  accept: () => undefined,
  read: () => undefined,
  isCompared: false,
  isOrdered: false,
  isGrouped: false,
  hasEnds: false,
  sums: null,
  own: null,
};
