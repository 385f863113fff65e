import type { Column } from '../../source/column/column.js';
import type { ColumnShape } from '../../source/sourceShape.js';

/** A column, as the order of pages reads it: what is no day is a null there, as everywhere. */
export function pageColumnOf(
  name: string,
  { storage, nullable, exact, isUnsigned, isYear, isUuid, holdsOnlyDays }: ColumnShape,
): Column {
  const mayHoldNoDays = storage === 'DATE' && holdsOnlyDays !== true;
  return {
    name,
    storage,
    nullable: nullable || mayHoldNoDays,
    exact,
    ...(isUnsigned && { isUnsigned }),
    ...(isYear && { isYear }),
    ...(isUuid && { isUuid }),
    ...(mayHoldNoDays && { calendar: 'DAY' as const }),
  };
}

/** What pages can be ordered by. */
export const pageStorages: readonly ColumnShape['storage'][] = ['TEXT', 'INTEGER', 'DATE'];
