import type { Column } from '../../source/column/column.js';
import type { ColumnShape } from '../../source/sourceShape.js';

import { mayHoldOthers } from './whyNoBytes.js';

/** How the order of pages reads bytes. */
function readBytes(shape: ColumnShape): Pick<Column, 'reading' | 'isOfAnyLength'> {
  const form = mayHoldOthers('UUID', shape) ? 'HEX' : 'UUID';
  const isOfAnyLength = mayHoldOthers(form, shape);
  return { reading: { kind: 'bytes', form }, ...(isOfAnyLength && { isOfAnyLength }) };
}

/** A column, as the order of pages reads it: what is no day stands there where its source has it. */
export function pageColumnOf(name: string, shape: ColumnShape): Column {
  const { storage, nullable, exact, isUnsigned, isYear, isUuid, holdsOnlyDays, bound } = shape;
  const mayHoldNoDays = storage === 'DATE' && holdsOnlyDays !== true;
  const bytes = storage === 'BYTES' ? readBytes(shape) : {};
  return {
    name,
    storage,
    nullable: nullable || bytes.isOfAnyLength === true,
    exact,
    ...(isUnsigned && { isUnsigned }),
    ...(isYear && { isYear }),
    ...(isUuid && { isUuid }),
    ...(bound !== undefined && { bound }),
    ...(mayHoldNoDays && { asHeld: true }),
    ...bytes,
  };
}

/** What pages can be ordered by. */
export const pageStorages: readonly ColumnShape['storage'][] = ['TEXT', 'INTEGER', 'DATE', 'BYTES'];
