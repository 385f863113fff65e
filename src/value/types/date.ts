import { isCalendarDay } from '../../shared/isCalendarDay.js';
import type { ScalarType } from '../scalarType.js';

const day = (value: unknown) =>
  typeof value === 'string' && isCalendarDay(value) ? value : undefined;

export const date: ScalarType = {
  storages: ['DATE', 'TEXT'],
  accept: day,
  read: day,
  isCompared: true,
  isOrdered: true,
  isGrouped: true,
  hasEnds: true,
  sums: null,
  own: {
    description: 'A day of the Gregorian calendar, as YYYY-MM-DD.',
    specifiedBy: 'https://www.rfc-editor.org/rfc/rfc3339#section-5.6',
    literals: [],
  },
};
