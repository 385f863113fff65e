import type { Column } from '../../source/column/column.js';
import type { SqlValue } from '../../source/row.js';
import type { ScalarName } from '../../value/scalarName.js';
import type { Json } from '../../value/scalarType.js';
import { scalarTypes } from '../../value/scalarTypes.js';

/** Reads a value of a column as a type; undefined where it does not fit. */
export function readScalar(
  type: ScalarName,
  { storage }: Pick<Column, 'storage'>,
  value: SqlValue,
): Json | undefined {
  return value === null ? null : scalarTypes[type].read(value, storage);
}
