import type { SourceName } from '../../src/shared/brand.js';

/** What a column holds; each writer declares it in the types of its own database. */
export type ColumnType =
  | { readonly kind: 'text'; readonly length: number }
  | { readonly kind: 'date' }
  /** A day and a time of day, as a clock of the city shows them. */
  | { readonly kind: 'moment' }
  | { readonly kind: 'integer' }
  | { readonly kind: 'double' };

export interface DemoColumn {
  readonly name: string;
  readonly type: ColumnType;
  readonly nullable: boolean;
}

export type Cell = string | number | null;

export interface DemoTable {
  readonly name: string;
  readonly columns: readonly DemoColumn[];
  readonly primaryKey: readonly string[];
  /** Columns that no two rows share, beside the primary key. */
  readonly unique: readonly string[];
  /** By their columns, since the links, keys and row scopes of the catalogs search by these. */
  readonly indexes: readonly (readonly string[])[];
  /** Each call gives the same rows, in the columns' order. */
  readonly rows: () => Iterable<readonly Cell[]>;
}

/** The data of one agency, whatever the kind of database that it goes into. */
export interface DemoDatabase {
  /** As the agency's catalog names it. */
  readonly source: SourceName;
  /** Every change of what is generated raises it, so that data made before is not used again. */
  readonly version: number;
  /** The kind of server that the agency runs, where the demo may choose between two. */
  readonly server?: 'postgres';
  /** A SQLite file that holds all of it as it is, and needs no making. */
  readonly readyFile?: string;
  readonly tables: readonly DemoTable[];
}

/** @param length in characters */
export function text(name: string, length: number): DemoColumn {
  return { name, type: { kind: 'text', length }, nullable: false };
}

export function date(name: string): DemoColumn {
  return { name, type: { kind: 'date' }, nullable: false };
}

export function moment(name: string): DemoColumn {
  return { name, type: { kind: 'moment' }, nullable: false };
}

export function integer(name: string): DemoColumn {
  return { name, type: { kind: 'integer' }, nullable: false };
}

export function double(name: string): DemoColumn {
  return { name, type: { kind: 'double' }, nullable: false };
}

export function optional(column: DemoColumn): DemoColumn {
  return { ...column, nullable: true };
}
