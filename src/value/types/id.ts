import type { ScalarType } from '../scalarType.js';

/** An identifier, which a source may hold as a whole number; GraphQL writes its digits (3.5.5). */
export const id: ScalarType = {
  storages: ['TEXT', 'INTEGER'],
  accept: (value) => (typeof value === 'string' ? value : undefined),
  read: (value) => {
    if (typeof value === 'string') return value;
    return Number.isSafeInteger(value) ? String(value) : undefined;
  },
  isCompared: true,
  isOrdered: false,
  isGrouped: true,
  hasEnds: false,
  sums: null,
  own: null,
};
