import type { Column } from '../../source/column.js';

/** A table of a statement, and the name by which its columns are told there. */
export interface TableRef {
  readonly table: string;
  /** Null where the statement has no other table that a column could be of. */
  readonly alias: string | null;
}

/** A column of one of a statement's tables. */
export interface ColumnRef {
  readonly column: Column;
  readonly of: TableRef;
}

/** A column's name as it stands in a statement. */
export function writeName(
  quote: (identifier: string) => string,
  { name }: Column,
  alias: string | null,
): string {
  return alias === null ? quote(name) : `${quote(alias)}.${quote(name)}`;
}
