import type { Column } from '../../source/column.js';
import type { ColumnShape } from '../../source/sourceShape.js';

import type { Field } from './catalog.js';
import { spellingOf } from './spellingOf.js';

/** A column, as a field of a type and an element reads it. */
export function columnOf(
  name: string,
  { type, element }: Pick<Field, 'type' | 'element'>,
  shape: ColumnShape,
): Column {
  const { storage, nullable, exact, isDerived, isSingle, isUnsigned, holdsOnlyDays } = shape;
  const { origin } = shape;
  const ofDays = type === 'Date' && holdsOnlyDays !== true;
  return {
    name,
    storage,
    nullable: nullable || ofDays,
    exact,
    ...(isDerived && { isDerived }),
    ...(origin && { origin }),
    ...(isSingle && { isSingle }),
    ...(isUnsigned && { isUnsigned }),
    ...(ofDays && { ofDays }),
    ...(storage === 'TEXT' && spellingOf(element)),
  };
}
