import type { Field } from '../../catalog/model/catalog.js';
import type { SqlValue } from '../../source/row.js';
import { readList } from '../../value/readList.js';
import type { Json } from '../../value/scalarType.js';

import { readScalar } from './readScalar.js';

/** Reads a value of a field's column; undefined where it does not fit the field. */
export function readField(
  { type, elements, column }: Pick<Field, 'type' | 'elements' | 'column'>,
  value: SqlValue,
): Json | undefined {
  if (value === null || !elements) return readScalar(type, column, value);
  return column.elements && readList(elements, column.elements.storage, value);
}
