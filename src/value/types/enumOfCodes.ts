import type { ScalarType } from '../scalarType.js';

/** A value of a code list, by its name. Which names there are, the field's list says. */
export const enumOfCodes: ScalarType = {
  storages: ['TEXT', 'INTEGER'],
  accept: (value) => (typeof value === 'string' ? value : undefined),
  // What is none of the list is brought as an empty text.
  read: (value) => (typeof value === 'string' && value !== '' ? value : undefined),
  isCompared: true,
  isOrdered: false,
  isGrouped: true,
  hasEnds: false,
  sums: null,
  own: null,
};
