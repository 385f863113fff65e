import type { AggregateRequest } from './aggregateRequest.js';
import type { Capabilities } from './capabilities.js';
import type { FetchRequest } from './fetchRequest.js';
import type { Row } from './row.js';
import type { SourceShape } from './sourceShape.js';

/** The door to one source. */
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
   * Runs one statement that works measures out, which gives a row for each group: its value of each
   * key, then its measures. Groups come in the order of their keys, nulls last.
   *
   * @throws {ExchangeError} as `fetch` does
   */
  aggregate(request: AggregateRequest): Promise<readonly Row[]>;
  /**
   * The statement that `fetch` or `aggregate` would run, in the source's language, with places and no
   * values; null where it would run none. Asks the source nothing: it stands on the last `shape`.
   */
  explain(request: FetchRequest | AggregateRequest): string | null;
  close(): Promise<void>;
}
