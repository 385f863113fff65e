import type { Column } from '../../source/column/column.js';

/** A table of a statement, with the name that its columns are written with. */
export interface TableRef {
  readonly table: string;
  /** Null where no column of the statement can belong to another table. */
  readonly alias: string | null;
}

/** A column of one of a statement's tables. */
export interface ColumnRef {
  readonly column: Column;
  readonly of: TableRef;
}

/** A column whose text is taken in capital letters, or in small ones. */
export interface SpelledRef extends ColumnRef {
  readonly spelling?: 'UPPER' | 'LOWER';
}

/** Writes the name of a column. */
export function writeName(
  quote: (identifier: string) => string,
  { name }: Column,
  alias: string | null,
): string {
  return alias === null ? quote(name) : `${quote(alias)}.${quote(name)}`;
}
