import type { Column } from '../../source/column/column.js';
import type { AggregateRequest } from '../../source/request/aggregateRequest.js';
import type { FetchRequest } from '../../source/request/fetchRequest.js';
import type { Row, SqlValue } from '../../source/row.js';
import { shortestSingle } from '../sql/held/shortestSingle.js';

/** Whether the driver gives its values otherwise than they are shown. */
const isRead = ({ isSingle, storage }: Column) => isSingle === true || storage === 'BOOLEAN';

/** The places, in a row of an answer, of numbers of single precision and of bits. */
export function placesToRead(request: FetchRequest | AggregateRequest): readonly number[] {
  if (!('measures' in request)) {
    return request.columns.flatMap((column, at) => (isRead(column) ? at : []));
  }
  const { groupBy, measures } = request;
  return [...groupBy, ...measures].flatMap((part, at) => {
    const isValue = part.kind === 'column' || part.kind === 'min' || part.kind === 'max';
    return isValue && isRead(part.column) ? at : [];
  });
}

function read(value: SqlValue | undefined): SqlValue {
  if (typeof value === 'number') return shortestSingle(value);
  // A bit comes as a byte.
  return value instanceof Uint8Array ? value[0] === 1 : (value ?? null);
}

/** Reads rows that the driver gave: numbers of single precision as they are shown, bits as truths. */
export function readPlaces(rows: readonly Row[], places: readonly number[]): readonly Row[] {
  return rows.map((row) => {
    const shown = [...row];
    for (const at of places) shown[at] = read(row[at]);
    return shown;
  });
}
