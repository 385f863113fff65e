import type { ColumnShape } from '../../../source/sourceShape.js';

/** What a shape tells of unique indexes, from the columns of each: those of one, and those of several. */
export class UniqueSets {
  readonly #sets: ReadonlyMap<string, readonly (readonly string[])[]>;

  /** @param indexes for each unique index its table, and its columns, all of them whole */
  constructor(indexes: Iterable<readonly [table: string, columns: readonly string[]]>) {
    const sets = new Map<string, (readonly string[])[]>();
    for (const [table, columns] of indexes) sets.set(table, [...(sets.get(table) ?? []), columns]);
    this.#sets = sets;
  }

  of(table: string, column: string): Pick<ColumnShape, 'unique' | 'uniqueWith'> {
    const sets = (this.#sets.get(table) ?? []).filter((columns) => columns.includes(column));
    const others = sets.map((columns) => columns.filter((name) => name !== column));
    const uniqueWith = others.filter(({ length }) => length > 0);
    return {
      unique: others.some(({ length }) => length === 0),
      ...(uniqueWith.length > 0 && { uniqueWith }),
    };
  }
}
