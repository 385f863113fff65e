import type { Column } from '../../../source/column/column.js';
import { readAs } from '../../../source/column/readAs.js';
import { isTooLarge } from '../../../source/column/tooLarge.js';
import type { AggregateRequest } from '../../../source/request/aggregateRequest.js';
import type { FetchRequest } from '../../../source/request/fetchRequest.js';
import type { Row, SqlValue } from '../../../source/row.js';

/** What is made of a value that a source gave; undefined where it stays as it is. */
export type ReadValue = ((value: SqlValue) => SqlValue) | undefined;

/** How the values of a column are shown that its driver gives otherwise. */
type ShownBy = (column: Column) => ReadValue;

/** The columns whose values are in a row, each at its place; null for what is computed of some. */
function columnsIn(request: FetchRequest | AggregateRequest): readonly (Column | null)[] {
  if (!('measures' in request)) return request.columns;
  return [...request.groupBy, ...request.measures].map((part) =>
    part.kind === 'column' || part.kind === 'min' || part.kind === 'max' ? part.column : null,
  );
}

/** What is made of the values of an answer, each at its place; null where all stay as they are. */
export function valueReaders(
  request: FetchRequest | AggregateRequest,
  shownBy: ShownBy = () => undefined,
): readonly ReadValue[] | null {
  const readers = columnsIn(request).map((column): ReadValue => {
    if (!column) return undefined;
    const [show, { reading }] = [shownBy(column), column];
    if (!reading) return show;
    return (value) => {
      const shown = show ? show(value) : value;
      return isTooLarge(column, shown) ? shown : readAs(reading, shown);
    };
  });
  return readers.some((read) => read) ? readers : null;
}

/** Makes what reads the rows that a source gives, each value as its column is read; null for as they are. */
export function rowReader(
  request: FetchRequest | AggregateRequest,
  shownBy?: ShownBy,
): ((rows: readonly Row[]) => readonly Row[]) | null {
  const readers = valueReaders(request, shownBy);
  if (!readers) return null;
  return (rows) =>
    rows.map((row) =>
      row.map((value, at) => {
        const read = readers[at];
        return read ? read(value) : value;
      }),
    );
}
