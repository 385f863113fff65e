import type { ColumnShape } from '../../../source/sourceShape.js';

/** A unique index, over all of each of its columns. */
export interface UniqueIndex {
  readonly table: string;
  readonly columns: readonly string[];
  /** Whether it is the primary key's. */
  readonly isPrimary: boolean;
}

/** What a shape tells of unique indexes, from the columns of each: those of one, and those of several. */
export class UniqueSets {
  readonly #indexes: ReadonlyMap<string, readonly UniqueIndex[]>;

  constructor(indexes: Iterable<UniqueIndex>) {
    const known = new Map<string, readonly UniqueIndex[]>();
    for (const index of indexes) known.set(index.table, [...(known.get(index.table) ?? []), index]);
    this.#indexes = known;
  }

  of(table: string, column: string): Pick<ColumnShape, 'unique' | 'uniqueWith' | 'primary'> {
    const of = (this.#indexes.get(table) ?? []).filter(({ columns }) => columns.includes(column));
    const others = of.map(({ columns }) => columns.filter((name) => name !== column));
    const uniqueWith = others.filter(({ length }) => length > 0);
    const primary = of.find(({ isPrimary }) => isPrimary)?.columns.indexOf(column);
    return {
      unique: others.some(({ length }) => length === 0),
      ...(uniqueWith.length > 0 && { uniqueWith }),
      ...(primary !== undefined && { primary: primary + 1 }),
    };
  }
}
