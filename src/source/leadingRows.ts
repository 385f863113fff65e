import type { Column } from './column/column.js';
import { allOf, type Filter, type Related } from './request/filter.js';
import type { TableSize } from './tableSize.js';

type SizeOf = (table: string) => TableSize | undefined;

/** How many rows have one value of a column, as far as an index leads to them. */
function rowsPerValue({ indexes }: TableSize, { name }: Column): number {
  const leading = indexes.filter(({ columns: [first] }) => first === name);
  const rows = leading.map(({ columns, isUnique, rowsPerValue: each }) =>
    isUnique && columns.length === 1 ? 1 : each,
  );
  return Math.min(Infinity, ...rows);
}

function found(part: Filter, size: TableSize, sizeOf: SizeOf): number {
  if (part.kind === 'compare' && part.operator === 'in') {
    return part.values.length * rowsPerValue(size, part.column);
  }
  const [from] = part.kind === 'related' ? part.from : [];
  if (part.kind !== 'related' || !from) return Infinity;
  return leadingRows(part, sizeOf) * rowsPerValue(size, from);
}

/**
 * Estimates how many linked rows there are that are in scope and meet the condition, where they are found from
 * their own end: by an index, by those that they are linked to in turn, or since their table is small; Infinity
 * where nothing is known of it. It decides nothing but how a statement is written.
 */
export function leadingRows({ table, scope, condition }: Related, sizeOf: SizeOf): number {
  const size = sizeOf(table);
  if (!size) return Infinity;
  const filter = allOf([scope, condition]);
  const parts = filter.kind === 'and' ? filter.of : [filter];
  return Math.min(size.rows, ...parts.map((part) => found(part, size, sizeOf)));
}
