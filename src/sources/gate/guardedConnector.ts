import type { Asking, Lane } from '../../source/asking.js';
import type { Connector } from '../../source/connector.js';
import { examinedRows } from '../../source/examinedRows.js';
import type { AggregateRequest } from '../../source/request/aggregateRequest.js';
import type { FetchRequest } from '../../source/request/fetchRequest.js';
import type { FetchedRow, Row } from '../../source/row.js';
import type { SourceReach } from '../../source/sourceReach.js';
import type { SourceShape } from '../../source/sourceShape.js';
import type { SourceSizes } from '../../source/tableSize.js';

import { boundedShape } from './boundedShape.js';
import { Breaker } from './breaker.js';
import { FairQueue, type Hold, type QueueLimits } from './fairQueue.js';
import { SourceUnreachable } from './sourceUnreachable.js';

/** A statement that looks at more rows is heavy. */
const mostOfLight = 20_000;

type Request = FetchRequest | AggregateRequest;

/** A promise that is rejected only where the source was not reached. */
async function reached(
  sent: Promise<unknown>,
  held: () => Promise<unknown> | undefined,
): Promise<void> {
  try {
    await sent;
  } catch (error) {
    if (error instanceof SourceUnreachable) throw error;
    await held();
  }
}

/**
 * A connector of whatever kind, with a fair queue in front of it, one for light and one for heavy
 * statements, so that no client takes the source from the others; and a breaker, so that nobody
 * waits for a source that cannot be reached.
 */
export class GuardedConnector implements Connector {
  readonly #connector: Connector;
  readonly #queues: Readonly<Record<Lane, FairQueue>>;
  readonly #breaker = new Breaker();
  readonly #maxValueSize: number;
  #sizes: SourceSizes = new Map();

  /** @param maxValueSize the most bytes of a value that is fetched */
  constructor(connector: Connector, limits: Omit<QueueLimits, 'places'>, maxValueSize = Infinity) {
    this.#connector = connector;
    this.#maxValueSize = maxValueSize;
    const { light, heavy } = connector.places;
    this.#queues = {
      light: new FairQueue({ ...limits, places: light }),
      heavy: new FairQueue({ ...limits, places: heavy }),
    };
  }

  get capabilities(): Connector['capabilities'] {
    return this.#connector.capabilities;
  }

  get places(): Connector['places'] {
    return this.#connector.places;
  }

  get reach(): SourceReach {
    return this.#breaker.reach;
  }

  async shape(): Promise<SourceShape> {
    const shape = boundedShape(await this.#connector.shape(), this.#maxValueSize);
    await this.sizes();
    return shape;
  }

  async sizes(): Promise<SourceSizes> {
    this.#sizes = await this.#connector.sizes();
    return this.#sizes;
  }

  fetch(request: FetchRequest, asking?: Asking): Promise<readonly FetchedRow[]> {
    if (request.filter.kind === 'nothing') return this.#connector.fetch(request);
    const found = this.#connector.fetchAtOnce?.(request);
    if (found) return Promise.resolve(found);
    return this.#run(request, asking, (turn) => this.#connector.fetch(request, turn));
  }

  aggregate(request: AggregateRequest, asking?: Asking): Promise<readonly Row[]> {
    if (request.filter.kind === 'nothing') return this.#connector.aggregate(request);
    return this.#run(request, asking, (turn) => this.#connector.aggregate(request, turn));
  }

  explain(request: Request): string | null {
    return this.#connector.explain(request);
  }

  laneOf(request: Request): Lane {
    return examinedRows(request, this.#sizes) > mostOfLight ? 'heavy' : 'light';
  }

  close(): Promise<void> {
    for (const queue of Object.values(this.#queues)) queue.close();
    return this.#connector.close();
  }

  #run<R>(
    request: Request,
    asking: Asking | undefined,
    ask: (turn: Asking) => Promise<R>,
  ): Promise<R> {
    const asker = asking?.asker ?? '';
    const lane = this.laneOf(request);
    const send = (hold: Hold) =>
      this.#breaker.run(() => {
        let held: Promise<unknown> | undefined;
        const holdUntil: Hold = (until) => {
          held = until;
          hold(until);
        };
        const sent = ask({ asker, lane, holdUntil });
        return { sent, done: reached(sent, () => held) };
      });
    return this.#queues[lane].run(asker, send);
  }
}
