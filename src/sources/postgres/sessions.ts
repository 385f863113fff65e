import type { PostgresAddress } from '../../address/postgresAddress.js';
import { withDeadline } from '../../shared/withDeadline.js';

import { Session } from './session.js';
import { sessionConfig } from './sessionConfig.js';

/** Milliseconds that a connection may take to end when nothing runs on it. */
const patience = 1_000;

/** Called once: with what kept a connection from being opened, or with a session. */
type Take = (refused: Error | null, session?: Session) => void;

/**
 * The connections of a gateway to one source. Where one of them gets no answer any more, most likely
 * none of its time does: all are replaced, so that the next statements do not find out one by one.
 */
export class Sessions {
  readonly config: ReturnType<typeof sessionConfig>;
  readonly #limit: number;
  readonly #timeout: number;
  /** Those of now, idle or not, and those that are being opened. */
  #current = new Set<Session>();
  #idle: Session[] = [];
  readonly #waiting: Take[] = [];
  /** All that have not ended, those that were replaced among them. */
  readonly #open = new Set<Session>();
  #isClosed = false;
  /** Told once the last session has ended. */
  #told: (() => void) | null = null;

  /**
   * @param limit the most connections
   * @param timeout milliseconds that a statement may take
   */
  constructor(address: PostgresAddress, limit: number, timeout: number) {
    this.config = sessionConfig(address, timeout);
    this.#limit = limit;
    this.#timeout = timeout;
  }

  /** Takes an idle session, or opens one, or waits for one. Without promises: each costs time. */
  take(take: Take): void {
    if (this.#isClosed) {
      take(new Error('closed'));
      return;
    }
    const idle = this.#idle.pop();
    if (idle) take(null, idle);
    else if (this.#current.size < this.#limit) this.#begin(take);
    else this.#waiting.push(take);
  }

  /** Gives a session back that is fit for another statement. */
  give(session: Session): void {
    if (this.#isClosed || !this.#current.has(session)) {
      this.#finish(session);
      return;
    }
    const next = this.#waiting.shift();
    if (next) next(null, session);
    else this.#idle.push(session);
  }

  /** Ends a session at once. */
  drop(session: Session): void {
    this.#forget(session);
    session.cut();
  }

  /** Whether a session is one of those of now. */
  has(session: Session): boolean {
    return this.#current.has(session);
  }

  /** Replaces all sessions of now. Statements under way on them go on until their deadlines. */
  replace(): void {
    const idle = this.#idle;
    this.#idle = [];
    this.#current = new Set();
    for (const session of idle) this.drop(session);
    this.#serve();
  }

  /** Statements under way are answered first, or given up at their deadlines. */
  async close(): Promise<void> {
    this.#isClosed = true;
    for (const take of this.#waiting.splice(0)) take(new Error('closed'));
    for (const session of this.#idle.splice(0)) this.#finish(session);
    if (this.#open.size > 0) {
      const ended = new Promise<void>((resolve) => {
        this.#told = resolve;
      });
      const late = () => new Error('a connection does not end');
      await withDeadline(ended, this.#timeout + patience, late).catch(() => undefined);
    }
    for (const session of [...this.#open]) this.drop(session);
  }

  #begin(take: Take): void {
    const session = new Session(this.config);
    this.#current.add(session);
    this.#open.add(session);
    // An error event without a listener would end the process. Callbacks tell those who wait.
    session.client.on('error', () => {
      this.#forget(session);
    });
    session.client.once('end', () => {
      this.#forget(session);
    });
    let isTold = false;
    session.client.connect((error: Error | null | undefined) => {
      if (isTold) return;
      isTold = true;
      if (error) this.drop(session);
      take(error ?? null, session);
    });
  }

  #finish(session: Session): void {
    this.#current.delete(session);
    session.client.end(() => {
      this.#forget(session);
    });
  }

  #forget(session: Session): void {
    this.#open.delete(session);
    const wasCurrent = this.#current.delete(session);
    const at = this.#idle.indexOf(session);
    if (at !== -1) this.#idle.splice(at, 1);
    if (this.#open.size === 0) this.#told?.();
    if (wasCurrent) this.#serve();
  }

  /** Opens sessions for those who wait, where there is room. */
  #serve(): void {
    while (!this.#isClosed && this.#waiting.length > 0 && this.#current.size < this.#limit) {
      const next = this.#waiting.shift();
      if (next) this.#begin(next);
    }
  }
}
