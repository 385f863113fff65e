import type { Storage } from '../../source/column/column.js';
import type { Reading } from '../../source/column/reading.js';
import { scalarTypes } from '../../value/scalarTypes.js';

import type { Field } from './catalog.js';

/** The kinds of storage that can hold the values of a field, as its column is read. */
export function storagesOf(type: Field['type'], reading: Reading | undefined): readonly Storage[] {
  if (reading?.kind === 'codes') {
    return reading.codes.some(({ code }) => typeof code === 'number') ? ['INTEGER'] : ['TEXT'];
  }
  if (reading?.kind !== 'format') return scalarTypes[type].storages;
  const { marks } = reading.format;
  return marks.every((mark) => mark === '') ? ['TEXT', 'INTEGER'] : ['TEXT'];
}
