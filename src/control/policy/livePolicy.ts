import type { Catalog } from '../../catalog/model/catalog.js';
import { ExchangeError } from '../../errors/exchangeError.js';
import type { PolicyPort, PolicySnapshot } from '../../policy/model/policySnapshot.js';
import { withDeadline } from '../../shared/withDeadline.js';
import type { ControlStore } from '../store/controlStore.js';

import { compilePolicy } from './readPolicy.js';

/** How often the control database is read, in milliseconds. */
const interval = 250;

/**
 * How long a reading may be relied on, in milliseconds of the monotonic clock. A revocation is
 * everywhere within a second, or nothing is answered.
 */
const lease = 800;

/** When a reading that does not end is given up, in milliseconds; another is begun then. */
const patience = 2_000;

const noAnswer = () => new Error('the control database does not answer');

/** What a policy is followed with; a test may keep another clock. */
export interface LiveOptions {
  readonly monotonic?: () => number;
  /** Told of what went wrong with a reading. */
  readonly onFault?: (fault: unknown) => void;
}

/**
 * The policy of the control database, as each process follows it: its revision is read over and over,
 * and a new snapshot, frozen, takes the place of the old one as a whole. It fails closed: without a
 * reading for as long as the lease lasts, nothing is decided.
 */
export class LivePolicy implements PolicyPort {
  readonly #store: Pick<ControlStore, 'revision' | 'load'>;
  readonly #catalog: Catalog;
  readonly #monotonic: () => number;
  readonly #onFault: (fault: unknown) => void;
  #snapshot: PolicySnapshot | null = null;
  #revision = -1;
  /** When the last reading that succeeded was begun. */
  #readAt = Number.NEGATIVE_INFINITY;
  #timer: NodeJS.Timeout | undefined;
  #isClosed = false;

  constructor(
    store: Pick<ControlStore, 'revision' | 'load'>,
    catalog: Catalog,
    { monotonic = () => performance.now(), onFault = () => undefined }: LiveOptions = {},
  ) {
    this.#store = store;
    this.#catalog = catalog;
    this.#monotonic = monotonic;
    this.#onFault = onFault;
  }

  current(): PolicySnapshot {
    if (!this.#snapshot || this.#monotonic() - this.#readAt > lease) {
      throw new ExchangeError('NOT_READY');
    }
    return this.#snapshot;
  }

  get isCurrent(): boolean {
    return this.#snapshot !== null && this.#monotonic() - this.#readAt <= lease;
  }

  /** Reads the control database once; what it holds now is in force when this resolves. */
  async refresh(): Promise<void> {
    // What is read may be as old as the moment in which the reading began.
    const begun = this.#monotonic();
    const revision = await this.#store.revision();
    if (revision !== this.#revision) {
      const { revision: loaded, seed } = await this.#store.load();
      // Of two readings at once, the one begun last is in force, whichever ends last.
      if (begun < this.#readAt) return;
      this.#snapshot = compilePolicy(seed, this.#catalog, String(loaded));
      this.#revision = loaded;
    }
    this.#readAt = Math.max(this.#readAt, begun);
  }

  /** Reads from now on, until it is closed. Resolves with the first reading. */
  async start(): Promise<void> {
    await this.refresh();
    this.#next();
  }

  close(): void {
    this.#isClosed = true;
    clearTimeout(this.#timer);
  }

  #next(): void {
    if (this.#isClosed) return;
    this.#timer = setTimeout(() => {
      withDeadline(this.refresh(), patience, noAnswer)
        .catch((fault: unknown) => {
          this.#onFault(fault);
        })
        .finally(() => {
          this.#next();
        });
    }, interval);
    this.#timer.unref();
  }
}
