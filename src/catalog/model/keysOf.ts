import type { TableShape } from '../../source/sourceShape.js';

/** By what a source itself tells the rows of a table apart. */
export interface Keys {
  readonly primary: readonly string[];
  /** The columns of its other unique indexes. */
  readonly others: readonly (readonly string[])[];
}

const setOf = (columns: readonly string[]) => JSON.stringify(columns.toSorted());

/** The primary key of a table in the order of its columns, and its other unique indexes in the table's. */
export function keysOf(table: TableShape): Keys {
  const primary = [...table]
    .flatMap(([name, column]) =>
      column.primary === undefined ? [] : [[name, column.primary] as const],
    )
    .sort(([, one], [, other]) => one - other)
    .map(([name]) => name);
  const others = new Map<string, readonly string[]>();
  for (const [name, { unique, uniqueWith = [] }] of table) {
    for (const columns of [
      ...(unique ? [[name]] : []),
      ...uniqueWith.map((rest) => [name, ...rest]),
    ]) {
      if (!others.has(setOf(columns))) others.set(setOf(columns), columns);
    }
  }
  others.delete(setOf(primary));
  return { primary, others: [...others.values()] };
}
