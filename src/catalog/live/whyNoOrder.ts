import type { ColumnShape } from '../../source/sourceShape.js';
import { pageStorages } from '../model/pageColumnOf.js';

/**
 * Why a column cannot give pages their order; undefined where it can.
 *
 * @param isUnique whether it tells all rows apart, with the others of the order
 * @param isStated whether the catalog says that it does
 */
export function whyNoOrder(
  { storage, nullable }: ColumnShape,
  isUnique: boolean,
  isStated: boolean,
): string | undefined {
  if (!isUnique || (nullable && !isStated)) {
    return 'its source does not keep it unique and not null any more';
  }
  return pageStorages.includes(storage)
    ? undefined
    : `its source stores it as ${storage} now, and pages follow texts, whole numbers, days or bytes`;
}
