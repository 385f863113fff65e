import type { DatabaseNames } from './databaseNames.js';

/** Runs one prepared statement. */
export type Ask<Row> = (...parameters: readonly string[]) => Promise<readonly Row[]>;

export interface Dialect {
  /** What stands before and behind a name. */
  readonly quote: string;
  /** How a parameter is written, the first of which is 1. */
  readonly placeholder: (position: number) => string;
}

/** The databases of the demo's agencies, all in reach of one statement. */
export interface Connection {
  readonly names: DatabaseNames;
  readonly dialect: Dialect;
  /** The rows are what the statement is written to give. */
  prepare<Row>(sql: string): Ask<Row>;
  close(): Promise<void>;
}
