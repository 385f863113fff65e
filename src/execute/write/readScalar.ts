import type { SqlValue } from '../../source/row.js';
import type { ScalarName } from '../../value/scalarName.js';
import type { Scalar } from '../../value/scalarType.js';
import { scalarTypes } from '../../value/scalarTypes.js';

/** Reads a value as a type; undefined where it does not fit. */
export function readScalar(type: ScalarName, value: SqlValue): Scalar | undefined {
  return value === null ? null : scalarTypes[type].read(value);
}
