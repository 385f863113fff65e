import type { Asking, Lane, LanePlaces } from './asking.js';
import type { Capabilities } from './capabilities.js';
import type { AggregateRequest } from './request/aggregateRequest.js';
import type { FetchRequest } from './request/fetchRequest.js';
import type { FetchedRow, Row } from './row.js';
import type { SourceReach } from './sourceReach.js';
import type { SourceShape } from './sourceShape.js';
import type { SourceSizes } from './tableSize.js';

/** The only way to one source. */
export interface Connector {
  readonly capabilities: Capabilities;
  /** Whether the source can be reached; undefined where nobody watches. */
  readonly reach?: SourceReach;
  /** Whether a statement would run among the heavy ones; undefined where there is no queue. */
  readonly laneOf?: (request: FetchRequest | AggregateRequest) => Lane;
  /** How many statements it runs at once. Others wait in the queue in front of it. */
  readonly places: LanePlaces;
  /** The tables that the source holds now. */
  shape(): Promise<SourceShape>;
  /** How large its tables are now. */
  sizes(): Promise<SourceSizes>;
  /**
   * Runs one statement. Its deadline begins when it is sent.
   *
   * @throws {ExchangeError} SOURCE_UNAVAILABLE or SOURCE_TIMEOUT, without a word of the driver's;
   *   from the queue SOURCE_BUSY too
   */
  fetch(request: FetchRequest, asking?: Asking): Promise<readonly FetchedRow[]>;
  /** The rows of a `fetch` that nobody needs to wait for; undefined where it must be run. */
  readonly fetchAtOnce?: (request: FetchRequest) => readonly FetchedRow[] | undefined;
  /**
   * Runs one statement that computes measures. It gives one row for each group: the value of each
   * key, then each measure. Groups are sorted by their keys, nulls last.
   *
   * @throws {ExchangeError} as `fetch` does
   */
  aggregate(request: AggregateRequest, asking?: Asking): Promise<readonly Row[]>;
  /**
   * The statement that `fetch` or `aggregate` would run, in the source's language, with
   * placeholders instead of values; null where none would run. It asks the source nothing and
   * relies on the last `shape`.
   */
  explain(request: FetchRequest | AggregateRequest): string | null;
  close(): Promise<void>;
}
