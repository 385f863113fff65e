import type { Column } from './column/column.js';
import { directions } from './request/direction.js';
import type { Order } from './request/fetchRequest.js';
import type { Filter } from './request/filter.js';
import type { IndexSize, TableSize } from './tableSize.js';

/** Whether the source's index keeps the values in the order of the channel, as all have digits. */
export const isOrdered = ({ storage, exact, reading, holdsNumbers }: Column): boolean =>
  !holdsNumbers && (storage !== 'TEXT' || exact || reading?.kind === 'format');

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
  const isPlain =
    isOrdered(first.column) &&
    more.every(
      ({ column, direction }) =>
        !column.nullable && isOrdered(column) && directions[direction].ascends === ascends,
    );
  if (!isPlain) return false;
  const held = heldToOne(filter);
  const names = orderBy.map(({ column }) => column.name).filter((name) => !held.has(name));
  return indexes.some(({ columns, isUnique }) => {
    const others = columns.filter((name) => !held.has(name));
    const leading = names.findIndex((name, at) => others[at] !== name);
    if (leading === -1) return true;
    if (leading !== others.length) return false;
    // A unique index of all columns before tells all rows apart: what follows decides nothing more. One
    // that is not unique goes on with the key of its table at most sources.
    const rest = names.slice(leading).join();
    return isUnique || indexes.some((key) => key.isUnique && key.columns.join() === rest);
  });
}
