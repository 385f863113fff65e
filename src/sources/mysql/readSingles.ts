import type { AggregateRequest } from '../../source/request/aggregateRequest.js';
import type { FetchRequest } from '../../source/request/fetchRequest.js';
import type { Row } from '../../source/row.js';
import { shortestSingle } from '../sql/held/shortestSingle.js';

/** The places, in a row of an answer, of numbers of single precision. */
export function placesOfSingles(request: FetchRequest | AggregateRequest): readonly number[] {
  if (!('measures' in request)) {
    return request.columns.flatMap(({ isSingle }, at) => (isSingle ? at : []));
  }
  const { groupBy, measures } = request;
  return [...groupBy, ...measures].flatMap((part, at) => {
    const isValue = part.kind === 'column' || part.kind === 'min' || part.kind === 'max';
    return isValue && part.column.isSingle ? at : [];
  });
}

/** Reads rows that the driver gave: numbers of single precision as they are shown. */
export function readSingles(rows: readonly Row[], places: readonly number[]): readonly Row[] {
  return rows.map((row) => {
    const read = [...row];
    for (const at of places) {
      const value = row[at];
      if (typeof value === 'number') read[at] = shortestSingle(value);
    }
    return read;
  });
}
