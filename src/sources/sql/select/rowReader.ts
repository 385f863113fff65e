import type { Column } from '../../../source/column/column.js';
import { readAs } from '../../../source/column/readAs.js';
import { isTooLarge } from '../../../source/column/tooLarge.js';
import type { AggregateRequest } from '../../../source/request/aggregateRequest.js';
import type { FetchRequest } from '../../../source/request/fetchRequest.js';
import type { Row } from '../../../source/row.js';

/** The columns whose values are in a row, each at its place; null for what is computed of some. */
function columnsIn(request: FetchRequest | AggregateRequest): readonly (Column | null)[] {
  if (!('measures' in request)) return request.columns;
  return [...request.groupBy, ...request.measures].map((part) =>
    part.kind === 'column' || part.kind === 'min' || part.kind === 'max' ? part.column : null,
  );
}

/** Makes what reads the rows that a source gives, each value as its column is read; null for as they are. */
export function rowReader(
  request: FetchRequest | AggregateRequest,
): ((rows: readonly Row[]) => readonly Row[]) | null {
  const columns = columnsIn(request);
  if (!columns.some((column) => column?.reading)) return null;
  return (rows) =>
    rows.map((row) =>
      row.map((value, at) => {
        const column = columns[at];
        return column?.reading && !isTooLarge(column, value)
          ? readAs(column.reading, value)
          : value;
      }),
    );
}
