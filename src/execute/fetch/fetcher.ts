import { ExchangeError } from '../../errors/exchangeError.js';
import type { BoundPlan } from '../../plan/boundPlan.js';
import type { Fetch } from '../../plan/rows/fetch.js';
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

import type { Gatherer, KeyedPlace } from './gatherer.js';
import { keysAtOnce } from './keysAtOnce.js';

export type Connectors = ReadonlyMap<SourceName, Connector>;

/** Rows that are asked for by keys that they bring. */
export interface Keyed {
  readonly source: SourceName;
  readonly place: KeyedPlace;
  /** Whether rows are told apart by what tells them apart, by the source's own word. */
  readonly isUnique: boolean;
  /** All else that the requests are made of, as bound. */
  readonly bound: object;
  readonly keys: readonly Key[];
  /** What is asked for some keys. */
  readonly requestFor: (keys: readonly Key[]) => FetchRequest;
  /** What is asked for these keys where they are asked for alone, if that is written otherwise. */
  readonly alone?: FetchRequest;
}

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

  /** Whether what is asked of a source by keys may be put together with what others ask. */
  gathersFrom(source: SourceName): boolean {
    return this.#gatherer !== undefined && this.#connectorOf(source).capabilities.isRemote;
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
   * @throws {ExchangeError} SOURCE_UNAVAILABLE, SOURCE_BUSY or SOURCE_TIMEOUT
   */
  async fetchKeyed({
    source,
    place,
    isUnique,
    bound,
    keys,
    requestFor,
    alone = requestFor(keys),
  }: Keyed): Promise<readonly FetchedRow[]> {
    const connector = this.#connectorOf(source);
    const { capabilities } = connector;
    const isNothing = alone.filter.kind === 'nothing';
    if (!this.#gatherer || !capabilities.isRemote || !isUnique || isNothing) {
      return this.fetch(source, alone);
    }
    this.statements += 1;
    const request = (all: readonly Key[]) => withTests(requestFor(all), this.#tests);
    return this.#gatherer.rows(
      {
        place,
        bound,
        tests: this.#tests,
        asker: this.#asking.asker,
        atOnce: keysAtOnce(place, capabilities),
      },
      {
        keys,
        alone: () => connector.fetch(withTests(alone, this.#tests), this.#asking),
        isLight: (all) => connector.laneOf?.(request(all)) !== 'heavy',
        together: (all) => connector.fetch(request(all), this.#asking),
      },
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
