import { circuitBreaker, CircuitState, ConsecutiveBreaker, handleType } from 'cockatiel';

import type { SourceReach } from '../../source/sourceReach.js';

import { SourceUnreachable } from './sourceUnreachable.js';

/** So many statements in a row that do not reach the source. */
const most = 5;
/** Milliseconds after which one statement tries whether the source is back. */
const pause = 1_000;

/**
 * Gives up asking a source that cannot be reached, so that nobody waits for it. Now and then one
 * statement is let through, to find out whether it is back. A statement that the source refuses, or
 * that takes too long there, does not count: one client's statements would close the source to all.
 */
export class Breaker {
  readonly #policy = circuitBreaker(handleType(SourceUnreachable), {
    halfOpenAfter: pause,
    breaker: new ConsecutiveBreaker(most),
  });

  get reach(): SourceReach {
    switch (this.#policy.state) {
      case CircuitState.Closed:
        return 'reached';
      case CircuitState.HalfOpen:
        return 'tried';
      case CircuitState.Open:
      case CircuitState.Isolated:
        return 'given up';
    }
  }

  /**
   * Sends a statement, or refuses it at once where the source was given up.
   *
   * @param send gives the statement's answer, and a promise that is resolved when the source is done
   *   with it, or rejected where it was not reached
   */
  run<T>(send: () => { readonly sent: Promise<T>; readonly done: Promise<unknown> }): Promise<T> {
    // The policy would let all others wait for the one that tries.
    if (this.#policy.state === CircuitState.HalfOpen)
      return Promise.reject(new SourceUnreachable());
    let sent: Promise<T> | undefined;
    const watched = this.#policy.execute(() => {
      const statement = send();
      ({ sent } = statement);
      return statement.done;
    });
    // The statement's own promise tells its asker of a failure.
    watched.catch(() => undefined);
    return sent ?? Promise.reject(new SourceUnreachable());
  }
}
