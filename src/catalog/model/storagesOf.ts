import type { Storage } from '../../source/column/column.js';
import type { Reading } from '../../source/column/reading.js';
import { scalarTypes } from '../../value/scalarTypes.js';

import type { Field } from './catalog.js';

/** The kinds of storage that can hold the values of a field, as its column is read. */
export function storagesOf(type: Field['type'], reading: Reading | undefined): readonly Storage[] {
  if (reading?.kind === 'codes') {
    return reading.codes.some(({ code }) => typeof code === 'number') ? ['INTEGER'] : ['TEXT'];
  }
  if (reading?.kind === 'bytes') return ['BYTES'];
  if (reading?.kind === 'clock') return reading.isText ? ['TEXT'] : ['DATETIME'];
  // Without a clock, only what is an instant at its source is one.
  if (type === 'DateTime') return ['TIMESTAMP'];
  if (reading?.kind !== 'format') return scalarTypes[type].storages;
  const { marks } = reading.format;
  return marks.every((mark) => mark === '') ? ['TEXT', 'INTEGER'] : ['TEXT'];
}
