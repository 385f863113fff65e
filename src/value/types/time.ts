import { timeText } from '../../shared/timeText.js';
import type { ScalarType } from '../scalarType.js';

/** A time of day. A duration, which some sources keep in the same type, is none beyond a day or below 0. */
export const time: ScalarType = {
  storages: ['TIME', 'TEXT'],
  accept: (value) => (typeof value === 'string' ? timeText(value) : undefined),
  read: (value, storage) => {
    const text = typeof value === 'string' ? timeText(value) : undefined;
    // Texts are compared as they stand, so there a time is written in one way.
    return storage === 'TEXT' && text !== value ? undefined : text;
  },
  isCompared: true,
  isOrdered: true,
  isGrouped: true,
  hasEnds: true,
  sums: null,
  own: {
    description:
      'A time of day without a zone, from 00:00:00 to 23:59:59.999999, as 09:30:00, with up to six digits of a second.',
    specifiedBy: 'https://www.rfc-editor.org/rfc/rfc3339#section-5.6',
    literals: [],
  },
};
