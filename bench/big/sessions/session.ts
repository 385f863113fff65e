import type { ObservedStatement } from '../../../src/sources/openSource.js';

/** A row, its values as the driver gives them. */
export type RawRow = readonly unknown[];

/** One connection, on which statements are run one after the other. */
export interface Session {
  /** Runs a prepared statement. */
  readonly run: (statement: ObservedStatement) => Promise<readonly RawRow[]>;
  /** Runs it once more, and tells how many rows the source read for it; null where it does not tell. */
  readonly examined: (statement: ObservedStatement) => Promise<number | null>;
  readonly close: () => Promise<void>;
}

/** The statements of the gateway run under its own settings of a connection, others under the usual ones. */
export type Settings = 'ofGateway' | 'usual';
