import type { Column } from '../../source/column/column.js';
import type { SqlValue } from '../../source/row.js';
import { shortestSingle } from '../sql/held/shortestSingle.js';
import type { ReadValue } from '../sql/select/rowReader.js';

function show(value: SqlValue): SqlValue {
  if (typeof value === 'number') return shortestSingle(value);
  // A bit comes as a byte.
  return value instanceof Uint8Array ? value[0] === 1 : value;
}

/** How values are shown that the driver gives otherwise: numbers of single precision, and bits as truths. */
export function shownBy({ isSingle, storage }: Column): ReadValue {
  return isSingle === true || storage === 'BOOLEAN' ? show : undefined;
}
