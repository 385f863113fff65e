import { encodeParameter, type Parameter } from '../../source/column/parameter.js';
import { scalarTypes } from '../../value/scalarTypes.js';

import type { Field } from './catalog.js';

/**
 * Encodes a value of the field's type for the field's column.
 *
 * @returns undefined if the value is not of the type, or if the column cannot hold it
 */
export function encodeValue(
  { type, elements, column }: Field,
  value: unknown,
): Parameter | undefined {
  // A list is asked for an element of it.
  const accepted = scalarTypes[elements ?? type].accept(value);
  return accepted === undefined ? undefined : encodeParameter(column, accepted);
}
