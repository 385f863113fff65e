import { ExchangeError } from '../../errors/exchangeError.js';

export interface QueueLimits {
  /** How many statements run at once. */
  readonly places: number;
  /** Milliseconds after which a statement that waits is refused. */
  readonly timeout: number;
  /** The most statements of one client that wait. */
  readonly length: number;
}

/** Keeps the place of a statement until the promise is settled. */
export type Hold = (until: Promise<unknown>) => void;
type Send<T> = (hold: Hold) => Promise<T>;

interface Waiting {
  begin(): void;
  refuse(error: ExchangeError): void;
}

/** What one client has of the queue. */
interface Share {
  readonly asker: string;
  running: number;
  /** Milliseconds of the source that it used, counted from where its share began. */
  used: number;
  /** The oldest first. */
  readonly waiting: Set<Waiting>;
}

/** Milliseconds that a statement counts for while it runs. */
const least = 1;
/** A statement that was given up counts for so many times its time: it was for nothing. */
const penalty = 4;

const busy = () => new ExchangeError('SOURCE_BUSY');

/**
 * A queue that gives a free place to the client that used the source least ("start-time fair
 * queuing", Goyal and others, 1996). A client that comes anew begins where those served now stand,
 * so that nobody saves up. A place in four stays free for others, however much one client asks.
 * Statements that need not wait are sent at once.
 */
export class FairQueue {
  readonly #limits: QueueLimits;
  /** The most places of one client. */
  readonly #most: number;
  /** The clients that run, wait, or used more than those served now. */
  readonly #shares = new Map<string, Share>();
  readonly #waiting = new Set<Share>();
  #running = 0;
  /** What the client that was served last had used. */
  #reached = 0;

  constructor(limits: QueueLimits) {
    this.#limits = limits;
    this.#most = Math.max(1, Math.floor(limits.places * 0.75));
  }

  /**
   * Sends a statement when its client has its turn.
   *
   * @param send never throws, but gives a promise that may be rejected
   * @throws {ExchangeError} SOURCE_BUSY where the client has too many that wait, or the deadline of
   *   the queue has passed
   */
  run<T>(asker: string, send: Send<T>): Promise<T> {
    const share = this.#shareOf(asker);
    if (this.#hasPlaceFor(share)) return this.#start(share, send);
    if (share.waiting.size >= this.#limits.length) return Promise.reject(busy());
    return new Promise((resolve, reject) => {
      const leave = (): void => {
        clearTimeout(timer);
        share.waiting.delete(one);
        if (share.waiting.size === 0) this.#waiting.delete(share);
      };
      const one: Waiting = {
        begin: () => {
          leave();
          this.#start(share, send).then(resolve, reject);
        },
        refuse: (error) => {
          leave();
          this.#forgetIdle(share);
          reject(error);
        },
      };
      const timer = setTimeout(() => {
        one.refuse(busy());
      }, this.#limits.timeout);
      share.waiting.add(one);
      this.#waiting.add(share);
    });
  }

  /** Refuses what waits. */
  close(): void {
    for (const { waiting } of [...this.#waiting]) {
      for (const one of [...waiting]) one.refuse(new ExchangeError('SOURCE_UNAVAILABLE'));
    }
  }

  #shareOf(asker: string): Share {
    const known = this.#shares.get(asker);
    if (known) {
      if (known.running + known.waiting.size === 0) {
        known.used = Math.max(known.used, this.#reached);
      }
      return known;
    }
    const share: Share = { asker, running: 0, used: this.#reached, waiting: new Set() };
    this.#shares.set(asker, share);
    return share;
  }

  /** Where a place is free, only those wait that have their most already. */
  #hasPlaceFor({ running }: Share): boolean {
    return this.#running < this.#limits.places && running < this.#most;
  }

  #start<T>(share: Share, send: Send<T>): Promise<T> {
    this.#running += 1;
    share.running += 1;
    this.#reached = Math.max(this.#reached, share.used);
    share.used += least;
    const began = performance.now();
    let held: Promise<unknown> | undefined;
    const sent = send((until) => {
      held = until;
    });
    const end = (times: number): void => {
      this.#running -= 1;
      share.running -= 1;
      share.used += Math.max(0, (performance.now() - began) * times - least);
      this.#startNext();
      this.#forgetIdle(share);
    };
    const endHeld = (): void => {
      if (held)
        void held
          .catch(() => undefined)
          .then(() => {
            end(penalty);
          });
      else end(1);
    };
    sent.then(endHeld, endHeld);
    return sent;
  }

  #startNext(): void {
    while (this.#running < this.#limits.places) {
      let next: Share | undefined;
      for (const share of this.#waiting) {
        if (share.running < this.#most && (!next || share.used < next.used)) next = share;
      }
      const [one] = next?.waiting ?? [];
      if (!one) return;
      one.begin();
    }
  }

  /** A share that used no more than those served now would begin anew at the same place. */
  #forgetIdle(share: Share): void {
    const isIdle = share.running === 0 && share.waiting.size === 0;
    if (isIdle && share.used <= this.#reached) this.#shares.delete(share.asker);
  }
}
