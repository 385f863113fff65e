import { clockText } from '../../shared/clockText.js';
import type { ScalarType } from '../scalarType.js';

const written = /^(.{10})T(.{8})(\.[0-9]{1,6})?(Z|[+-](?:[01][0-9]|2[0-3]):[0-5][0-9])$/i;

const withTZ = (clock: string | undefined) =>
  clock === undefined ? undefined : `${clock.replace(' ', 'T')}Z`;

/** An instant by the clock of UTC, whatever offset it was stated by. */
function accept(value: unknown): string | undefined {
  const [, day = '', time = '', fraction = '', zone = ''] =
    (typeof value === 'string' && written.exec(value)) || [];
  if (clockText(`${day} ${time}`) === undefined) return undefined;
  const utc = new Date(`${day}T${time}${zone.toUpperCase()}`);
  // An offset may lead beyond the years of four digits.
  const [text = ''] = Number.isNaN(utc.getTime()) ? [] : utc.toISOString().split('.');
  return withTZ(clockText(`${text.replace('T', ' ')}${fraction}`));
}

/** An instant, read by the clock of UTC; a source that keeps it by another says how far that is ahead. */
export const dateTime: ScalarType = {
  storages: ['TIMESTAMP', 'DATETIME', 'TEXT'],
  accept,
  read: (value) => withTZ(typeof value === 'string' ? clockText(value) : undefined),
  isCompared: true,
  isOrdered: true,
  isGrouped: true,
  hasEnds: true,
  sums: null,
  own: {
    description:
      'An instant, told in UTC as 2026-11-28T01:30:00Z, with up to six digits of a second; it may be stated by any offset.',
    specifiedBy: 'https://www.rfc-editor.org/rfc/rfc3339#section-5.6',
    literals: [],
  },
};
