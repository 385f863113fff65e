import type { Storage } from '../../../src/source/column/column.js';
import type { ColumnShape, SourceShape, TableShape } from '../../../src/source/sourceShape.js';

/** A storage, and a type that a source might call its own word. */
const typed = (storage: Storage): Pick<ColumnShape, 'storage' | 'type' | 'instead'> =>
  storage === 'OTHER'
    ? { storage, type: 'mediumblob', instead: 'offer a view of its size' }
    : { storage, type: storage.toLowerCase() };

/** A column whose value is always there and never there twice. */
export const unique = (storage: Storage = 'TEXT'): ColumnShape => ({
  ...typed(storage),
  nullable: false,
  unique: true,
  exact: true,
});

export const required = (storage: Storage = 'TEXT'): ColumnShape => ({
  ...typed(storage),
  nullable: false,
  unique: false,
  exact: true,
});

export const optional = (storage: Storage = 'TEXT'): ColumnShape => ({
  ...typed(storage),
  nullable: true,
  unique: false,
  exact: true,
});

/** What a source would tell of its tables. */
export function shapeOf(tables: Record<string, Record<string, ColumnShape>>): SourceShape {
  const entries = Object.entries(tables).map(([table, columns]): [string, TableShape] => [
    table,
    new Map(Object.entries(columns)),
  ]);
  return new Map(entries);
}
