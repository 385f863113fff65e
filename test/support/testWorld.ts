import type { SourceName } from '../../src/shared/brand.js';

/** The sources of the small world. */
export type WorldSource = 'divisions' | 'population';

/** Two sources of a test's own, behind whose gateway's back a test may go. */
export interface TestWorld {
  /** A folder of its own, for whatever else a test keeps. */
  readonly dir: string;
  readonly sources: ReadonlyMap<SourceName, string>;
  /** Runs statements on a source, as its owner would; one ends with its line. */
  alter(source: WorldSource, sql: string): Promise<void>;
  /** All rows of a table, read past the gateway. */
  read(source: WorldSource, table: string): Promise<unknown>;
  /** The names of a source's tables and of their columns. */
  tables(source: WorldSource): Promise<unknown>;
  /** Holds the table of residents against every reader until the returned function is called. */
  lock(): Promise<() => Promise<void>>;
  remove(): Promise<void>;
}

/** The statements that make each source, in order. */
export type WorldStatements = Readonly<Record<WorldSource, readonly string[]>>;

/** Rows for a statement that inserts one. */
export interface WorldRows {
  readonly source: WorldSource;
  readonly sql: string;
  readonly rows: readonly (readonly (string | number | null)[])[];
}
