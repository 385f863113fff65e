import type { Column } from './column/column.js';
import { examinedRows } from './examinedRows.js';
import type { AggregateRequest } from './request/aggregateRequest.js';
import type { FetchRequest } from './request/fetchRequest.js';
import type { Filter } from './request/filter.js';
import {
  couldBeInOrder,
  heldToOne,
  isKeptInOrder,
  isOrdered,
  servesOrder,
} from './servingIndex.js';
import type { IndexSize, SourceSizes, TableSize } from './tableSize.js';

/** A table of fewer rows is read whole in no time. */
const large = 10_000;

/** Whether an index could find rows by a column's values. */
const isFindable = ({ reading, holdsNumbers }: Column): boolean =>
  reading?.kind !== 'birth' && !holdsNumbers;

/**
 * Tells which index would lead to the rows of a large table that have a key; null where none is needed, or
 * none would help.
 */
export function lackingForKeys(
  table: string,
  columns: readonly Column[],
  sizes: SourceSizes,
): string | null {
  const size = sizes.get(table);
  if (!size || size.rows < large || !columns.every(isFindable)) return null;
  const names = columns.map(({ name }) => name);
  const found = size.indexes.some(({ columns: [first = ''] }) => names.includes(first));
  if (found) return null;
  return `No index of the table ${table} begins with ${names.join(' or ')}, and the table is large: an index on (${names.join(', ')}) would lead to its rows by what they are looked up by.`;
}

/** A column of an index, as it would be declared to keep the order of the channel. */
const declared = (column: Column, { byCodePoint }: TableSize): string =>
  !isOrdered(column) && byCodePoint?.columns.includes(column.name)
    ? `${column.name} ${byCodePoint.collate}`
    : column.name;

/**
 * Tells which index would give the rows of a large table in the order of a list; null where none is needed,
 * or none would help.
 */
export function lackingForOrder(request: FetchRequest, sizes: SourceSizes): string | null {
  const { table, filter, orderBy, limit, junction } = request;
  const size = sizes.get(table);
  if (!size || orderBy.length === 0 || junction || limit?.kind !== 'total') return null;
  // The rows of a list may be few, or found by another index.
  if (examinedRows(request, sizes) < large) return null;
  const names = orderBy.map(({ column }) => column.name);
  // Of a text that the source sorts otherwise, not even an index of just these columns may serve.
  const wanted: IndexSize = {
    columns: names,
    isUnique: true,
    rowsPerValue: 1,
    byCodePoint: size.byCodePoint?.columns ?? [],
  };
  if (servesOrder(orderBy, filter, size)) return null;
  if (!servesOrder(orderBy, filter, { ...size, indexes: [wanted] })) return null;
  const held = [...heldToOne(filter)].filter((name) => !names.includes(name));
  const columns = [...held, ...orderBy.map(({ column }) => declared(column, size))].join(', ');
  return `No index of the table ${table} gives its rows in the order of ${names.join(', ')}, and the table is large: an index on (${columns}) would.`;
}

/** The columns of which all rows that a filter lets through have values before, after or beginning with another. */
function ranged(filter: Filter): readonly Column[] {
  const parts = filter.kind === 'and' ? filter.of : [filter];
  return parts.flatMap((part) =>
    part.kind === 'compare' && part.operator !== 'in' ? part.column : [],
  );
}

/** Tells what `lackingByCodePoint` does of the columns that a statement has conditions on. */
export function lackingForRanges(
  { table, filter }: FetchRequest | AggregateRequest,
  sizes: SourceSizes,
): readonly string[] {
  const columns = new Map(ranged(filter).map((column) => [column.name, column]));
  return [...columns.values()].flatMap((column) => lackingByCodePoint(table, column, sizes) ?? []);
}

/**
 * Tells of an index of a large table that keeps texts otherwise than the channel compares them, so that it
 * serves no list in their order and no comparison by size; null where there is none, or one beside it does.
 */
export function lackingByCodePoint(
  table: string,
  column: Column,
  sizes: SourceSizes,
): string | null {
  const size = sizes.get(table);
  if (!size || size.rows < large || isOrdered(column)) return null;
  const leading = size.indexes.filter(({ columns: [first] }) => first === column.name);
  if (leading.length === 0 || !size.byCodePoint?.columns.includes(column.name)) return null;
  if (!couldBeInOrder(column) || leading.some((index) => isKeptInOrder(column, index))) return null;
  return `The indexes of the table ${table} keep ${column.name} in another order than the channel, which compares texts by code point, and the table is large: an index on (${declared(column, size)}) would serve lists in its order, and conditions on what is before or after a text or begins it.`;
}
