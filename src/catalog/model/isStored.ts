import type { Reading } from '../../source/column/reading.js';
import type { ColumnShape } from '../../source/sourceShape.js';
import { elementsOf } from '../../value/elementStorages.js';

import type { Field } from './catalog.js';
import { storagesOf } from './storagesOf.js';

/** Whether a column can hold the values of a field, as it is read. */
export function isStored(
  { type, elements }: Pick<Field, 'type' | 'elements'>,
  shape: ColumnShape,
  reading: Reading | undefined,
): boolean {
  if (elements)
    return shape.elements !== undefined && elementsOf(shape.elements.storage).includes(elements);
  return storagesOf(type, reading).includes(shape.storage);
}
