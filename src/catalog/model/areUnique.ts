import type { Column } from '../../source/column/column.js';
import type { TableShape } from '../../source/sourceShape.js';

import type { Resource } from './catalog.js';

/** Whether an index of the source keeps the rows of a table apart by these columns. */
function keepsApart(table: TableShape, columns: readonly string[]): boolean {
  return columns.some((name) => {
    const column = table.get(name);
    return column?.unique === true || isAmong(column?.uniqueWith ?? [], columns);
  });
}

/** Whether the catalog says that columns tell the rows of a table apart, and are not null. */
export function areStated(
  columns: readonly string[],
  { unique }: Pick<Resource, 'unique'>,
): boolean {
  return isAmong(unique, columns);
}

/** Whether columns tell the rows of a table apart, by its source or by the word of the catalog. */
export function areUnique(
  columns: readonly string[],
  unique: Resource['unique'],
  table: TableShape,
): boolean {
  return isAmong(unique, columns) || keepsApart(table, columns);
}

/** The columns that are unique by the word of the catalog alone. */
export function vouchedColumns(unique: Resource['unique'], table: TableShape): Resource['vouched'] {
  return unique.filter((columns) => !keepsApart(table, columns));
}

/**
 * Whether nothing but the word of the catalog says that columns tell the rows of a resource apart. Then
 * whoever needs one row looks whether there is a second.
 */
export function areVouched(
  columns: readonly Pick<Column, 'name'>[],
  { vouched }: Pick<Resource, 'vouched'>,
): boolean {
  return isAmong(
    vouched,
    columns.map(({ name }) => name),
  );
}

/** Whether some of these lists is part of the columns. */
function isAmong(lists: readonly (readonly string[])[], columns: readonly string[]): boolean {
  return lists.some((together) => together.every((name) => columns.includes(name)));
}
