import type { ScalarType } from '../scalarType.js';

/**
 * The nearest double. Two numbers with a fraction are seldom equal, so nothing is grouped by them; and
 * they are not summed, because a sum depends on the order in which the source reads them, and that order
 * may depend on hidden data.
 */
export const float: ScalarType = {
  storages: ['REAL', 'INTEGER', 'DECIMAL'],
  accept: (value) => (typeof value === 'number' ? value : undefined),
  read: (value) => {
    const number = typeof value === 'string' && value !== '' ? Number(value) : value;
    return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
  },
  isCompared: true,
  isOrdered: true,
  isGrouped: false,
  hasEnds: true,
  sums: null,
  own: null,
};
