import { clockText } from '../../shared/clockText.js';
import type { ScalarType } from '../scalarType.js';

const withT = (clock: string | undefined) => clock?.replace(' ', 'T');

/** What a clock on the wall shows: a source that states no zone says no more. */
export const localDateTime: ScalarType = {
  storages: ['DATETIME', 'TEXT'],
  accept: (value) =>
    typeof value === 'string' && value[10] === 'T'
      ? withT(clockText(value.replace('T', ' ')))
      : undefined,
  read: (value, storage) => {
    const clock = typeof value === 'string' ? clockText(value) : undefined;
    // Texts are compared as they stand, so there a moment is written in one way.
    return storage === 'TEXT' && clock !== value ? undefined : withT(clock);
  },
  isCompared: true,
  isOrdered: true,
  isGrouped: true,
  hasEnds: true,
  sums: null,
  own: {
    description:
      'A day and a time of day without a zone, as 2026-11-28T09:30:00, with up to six digits of a second.',
    specifiedBy: 'https://www.rfc-editor.org/rfc/rfc9557#section-4.1',
    literals: [],
  },
};
