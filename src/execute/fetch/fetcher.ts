import { ExchangeError } from '../../errors/exchangeError.js';
import type { BoundPlan } from '../../plan/boundPlan.js';
import type { Fetch, KeyedFetch } from '../../plan/rows/fetch.js';
import type { SourceName } from '../../shared/brand.js';
import type { Asking } from '../../source/asking.js';
import type { Capabilities } from '../../source/capabilities.js';
import type { Connector } from '../../source/connector.js';
import type { AggregateRequest } from '../../source/request/aggregateRequest.js';
import type { FetchRequest } from '../../source/request/fetchRequest.js';
import type { Filter } from '../../source/request/filter.js';
import type { Key } from '../../source/request/key.js';
import type { FetchedRow, Row } from '../../source/row.js';
import { withTests } from '../withTests.js';

import type { Gatherer } from './gatherer.js';
import { keysAtOnce } from './keysAtOnce.js';

export type Connectors = ReadonlyMap<SourceName, Connector>;

/** Runs the fetches of one execution and counts what they bring. */
export class Fetcher {
  readonly #connectors: Connectors;
  readonly #scopes: readonly Filter[];
  readonly #tests: readonly Filter[];
  readonly #asking: Asking;
  readonly #gatherer: Gatherer | undefined;
  /** Rows fetched for the answer, by resource. */
  readonly rows = new Map<string, number>();
  /** Keys looked up, found or not, by resource. */
  readonly keys = new Map<string, number>();
  statements = 0;

  /**
   * @param bound its asker is the client whose share of the sources is used
   * @param gatherer puts together what requests of one client ask for in one moment
   */
  constructor(
    connectors: Connectors,
    { scopes, tests, asker }: Pick<BoundPlan, 'scopes' | 'tests' | 'asker'>,
    gatherer?: Gatherer,
  ) {
    this.#connectors = connectors;
    this.#scopes = scopes;
    this.#tests = tests;
    this.#asking = { asker };
    this.#gatherer = gatherer;
  }

  /** The row scope of a fetch, as bound for the requester. */
  scopeOf({ id }: Fetch): Filter {
    const scope = this.#scopes[id];
    if (!scope) throw new TypeError('a fetch of the plan has no scope');
    return scope;
  }

  capabilitiesOf(source: SourceName): Capabilities {
    return this.#connectorOf(source).capabilities;
  }

  /** @throws {ExchangeError} SOURCE_UNAVAILABLE, SOURCE_BUSY or SOURCE_TIMEOUT */
  async fetch(source: SourceName, request: FetchRequest): Promise<readonly FetchedRow[]> {
    if (request.filter.kind === 'nothing') return [];
    this.statements += 1;
    return this.#connectorOf(source).fetch(withTests(request, this.#tests), this.#asking);
  }

  /**
   * Fetches rows by keys of theirs, with those of other requests where all else is equal. Where several rows
   * may have one key, each request asks alone.
   *
   * @param requestFor what would be asked for some keys
   * @param alone what is asked for these keys alone
   * @throws {ExchangeError} SOURCE_UNAVAILABLE, SOURCE_BUSY or SOURCE_TIMEOUT
   */
  async fetchKeyed(
    keyed: KeyedFetch,
    scope: Filter,
    keys: readonly Key[],
    requestFor: (keys: readonly Key[]) => FetchRequest,
    alone = requestFor(keys),
  ): Promise<readonly FetchedRow[]> {
    const { source } = keyed.fetch;
    const connector = this.#connectorOf(source);
    const { capabilities } = connector;
    const isNothing = alone.filter.kind === 'nothing';
    if (!this.#gatherer || !capabilities.isRemote || keyed.isVouched || isNothing) {
      return this.fetch(source, alone);
    }
    this.statements += 1;
    const ask = (request: FetchRequest) =>
      connector.fetch(withTests(request, this.#tests), this.#asking);
    const common = { keyed, scope, tests: this.#tests, asker: this.#asking.asker };
    return this.#gatherer.rows(
      { ...common, atOnce: keysAtOnce(keyed, capabilities) },
      { keys, alone: () => ask(alone), together: (all) => ask(requestFor(all)) },
    );
  }

  /** @throws {ExchangeError} SOURCE_UNAVAILABLE, SOURCE_BUSY or SOURCE_TIMEOUT */
  async aggregate(source: SourceName, request: AggregateRequest): Promise<readonly Row[]> {
    if (request.filter.kind !== 'nothing') this.statements += 1;
    return this.#connectorOf(source).aggregate(request, this.#asking);
  }

  /**
   * Counts rows that the answer may hold. The extra row that shows a further page is not counted.
   */
  count({ resource }: Fetch, rows: number): void {
    this.rows.set(resource.name, (this.rows.get(resource.name) ?? 0) + rows);
  }

  /** Counts keys before they are looked up, because an attempt counts whatever comes of it. */
  countKeys({ resource }: Fetch, keys: number): void {
    this.keys.set(resource.name, (this.keys.get(resource.name) ?? 0) + keys);
  }

  #connectorOf(source: SourceName): Connector {
    const connector = this.#connectors.get(source);
    if (!connector) throw new ExchangeError('SOURCE_UNAVAILABLE');
    return connector;
  }
}
