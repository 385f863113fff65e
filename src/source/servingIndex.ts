import type { Column } from './column/column.js';
import { directions } from './request/direction.js';
import type { Order } from './request/fetchRequest.js';
import type { Filter } from './request/filter.js';
import type { IndexSize, TableSize } from './tableSize.js';

/** Whether the source's index keeps the values in the order of the channel, as all have digits. */
export const isOrdered = ({ storage, exact, reading, holdsNumbers }: Column): boolean =>
  !holdsNumbers && (storage !== 'TEXT' || exact || reading?.kind === 'format');

/** Whether a column holds texts that an index can keep by code point where the column does not. */
const isOfTexts = ({ storage, reading, holdsNumbers }: Column): boolean =>
  storage === 'TEXT' && !reading && !holdsNumbers;

/** Whether an index keeps the values of one of its columns in the order of the channel. */
export const isKeptInOrder = (column: Column, { byCodePoint }: IndexSize): boolean =>
  isOrdered(column) || (isOfTexts(column) && (byCodePoint?.includes(column.name) ?? false));

/** Whether values are in the order of the channel in some index that there could be. */
export const couldBeInOrder = (column: Column): boolean => isOrdered(column) || isOfTexts(column);

/** The index that begins with some columns, in whatever order; of several, that of the fewest rows a value. */
export function indexLeadingWith(
  columns: readonly Column[],
  size: TableSize | undefined,
): IndexSize | undefined {
  const names = new Set(columns.map(({ name }) => name));
  const leading = size?.indexes.filter(
    (index) => new Set([...names, ...index.columns.slice(0, names.size)]).size === names.size,
  );
  return leading?.toSorted((one, other) => one.rowsPerValue - other.rowsPerValue)[0];
}

/** The names of the columns that have one value in all rows that a filter lets through. */
export function heldToOne(filter: Filter): ReadonlySet<string> {
  const parts = filter.kind === 'and' ? filter.of : [filter];
  return new Set(
    parts.flatMap((part) =>
      part.kind === 'compare' && part.operator === 'in' && part.values.length === 1
        ? part.column.name
        : [],
    ),
  );
}

/**
 * Whether an index gives the rows that a filter lets through in an order, from either end, so that the first
 * can be read without the others. Where nulls stand in its first column is left to who asks.
 */
export function servesOrder(
  orderBy: readonly Order[],
  filter: Filter,
  { indexes }: TableSize,
): boolean {
  const [first, ...more] = orderBy;
  if (!first) return true;
  const { ascends } = directions[first.direction];
  const isPlain = more.every(
    ({ column, direction }) => !column.nullable && directions[direction].ascends === ascends,
  );
  if (!isPlain) return false;
  const held = heldToOne(filter);
  const wanted = orderBy.map(({ column }) => column).filter(({ name }) => !held.has(name));
  const isKeyOf = (key: IndexSize, columns: readonly Column[]) =>
    key.isUnique &&
    key.columns.join() === columns.map(({ name }) => name).join() &&
    columns.every((column) => isKeptInOrder(column, key));
  return indexes.some((index) => {
    const others = index.columns.filter((name) => !held.has(name));
    const end = wanted.findIndex(({ name }, at) => others[at] !== name);
    const leading = end === -1 ? wanted : wanted.slice(0, end);
    if (!leading.every((column) => isKeptInOrder(column, index))) return false;
    if (end === -1) return true;
    if (end !== others.length) return false;
    // A unique index of all columns before tells all rows apart: what follows decides nothing more. One
    // that is not unique goes on with the key of its table at most sources.
    return index.isUnique || indexes.some((key) => isKeyOf(key, wanted.slice(end)));
  });
}
