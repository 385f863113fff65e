import type { Column } from './column/column.js';
import { examinedRows } from './examinedRows.js';
import type { FetchRequest } from './request/fetchRequest.js';
import { heldToOne, servesOrder } from './servingIndex.js';
import type { SourceSizes } from './tableSize.js';

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
  // Of a text that the source sorts otherwise, not even an index of just these columns would serve.
  const wanted = { columns: names, isUnique: true, rowsPerValue: 1 };
  if (servesOrder(orderBy, filter, size)) return null;
  if (!servesOrder(orderBy, filter, { ...size, indexes: [wanted] })) return null;
  const held = [...heldToOne(filter)].filter((name) => !names.includes(name));
  const columns = [...held, ...names].join(', ');
  return `No index of the table ${table} gives its rows in the order of ${names.join(', ')}, and the table is large: an index on (${columns}) would.`;
}
