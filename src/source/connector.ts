import type { AggregateRequest } from './aggregateRequest.js';
import type { Capabilities } from './capabilities.js';
import type { FetchRequest } from './fetchRequest.js';
import type { Row } from './row.js';
import type { SourceShape } from './sourceShape.js';

/** The only way to one source. */
export interface Connector {
  readonly capabilities: Capabilities;
  /** The tables that the source holds now. */
  shape(): Promise<SourceShape>;
  /**
   * Runs one statement.
   *
   * @throws {ExchangeError} SOURCE_UNAVAILABLE or SOURCE_TIMEOUT, without a word of the driver's
   */
  fetch(request: FetchRequest): Promise<readonly Row[]>;
  /**
   * Runs one statement that computes measures. It gives one row for each group: the value of each
   * key, then each measure. Groups are sorted by their keys, nulls last.
   *
   * @throws {ExchangeError} as `fetch` does
   */
  aggregate(request: AggregateRequest): Promise<readonly Row[]>;
  /**
   * The statement that `fetch` or `aggregate` would run, in the source's language, with
   * placeholders instead of values; null where none would run. It asks the source nothing and
   * relies on the last `shape`.
   */
  explain(request: FetchRequest | AggregateRequest): string | null;
  close(): Promise<void>;
}
