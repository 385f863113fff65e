import type { DatabaseNames } from './statements.js';

/** Runs one prepared statement. */
export type Ask<Row> = (...parameters: readonly string[]) => Promise<readonly Row[]>;

/** The databases of the demo's agencies, all in reach of one statement. */
export interface Connection {
  readonly names: DatabaseNames;
  /** How a name is quoted, and where a parameter stands. */
  readonly dialect: { readonly quote: string; readonly placeholder: string };
  /** The rows are what the statement is written to give. */
  prepare<Row>(sql: string): Ask<Row>;
  close(): Promise<void>;
}
