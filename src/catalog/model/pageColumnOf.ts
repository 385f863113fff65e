import type { Column } from '../../source/column.js';
import type { ColumnShape } from '../../source/sourceShape.js';

/** A column, as the order of pages reads it. */
export function pageColumnOf(
  name: string,
  { storage, nullable, exact, isUnsigned, isYear, isUuid }: ColumnShape,
): Column {
  return {
    name,
    storage,
    nullable,
    exact,
    ...(isUnsigned && { isUnsigned }),
    ...(isYear && { isYear }),
    ...(isUuid && { isUuid }),
  };
}
