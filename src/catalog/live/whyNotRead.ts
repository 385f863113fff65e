import type { ColumnShape } from '../../source/sourceShape.js';
import type { Field } from '../model/catalog.js';
import { isStored } from '../model/isStored.js';
import { whyUnfit } from '../model/whyUnfit.js';

/**
 * Why a field cannot be read of what its source holds now: whatever `tongdao check` would refuse.
 *
 * @returns a sentence without names, since requesters' decisions give it as their reason
 */
export function whyNotRead(
  { type, elements, nullable, column }: Pick<Field, 'type' | 'elements' | 'nullable' | 'column'>,
  shape: ColumnShape,
): string | undefined {
  if (JSON.stringify(shape.origin) !== JSON.stringify(column.origin)) {
    // What governs it was stated of another column.
    return 'its source takes it from another column now';
  }
  if (!isStored({ type, ...(elements && { elements }) }, shape, column.reading)) {
    return `its source stores it as ${shape.storage} now, which ${type} does not fit`;
  }
  if (whyUnfit(type, shape, column.reading) !== undefined) {
    return `its source may hold longer or shorter values now than ${type} fits`;
  }
  return shape.nullable && !nullable
    ? `its source may hold a null in it now, and it is ${type}!`
    : undefined;
}
