/** How a column stores its values; parameters are encoded for it. */
export type Storage = 'TEXT' | 'INTEGER' | 'REAL' | 'BLOB';

export interface ColumnShape {
  readonly storage: Storage;
  readonly nullable: boolean;
  /** No two rows hold the same value, by a constraint of the source. */
  readonly unique: boolean;
}

export type TableShape = ReadonlyMap<string, ColumnShape>;

/** What a live source holds, as data: its tables by name, their columns by name. */
export type SourceShape = ReadonlyMap<string, TableShape>;
