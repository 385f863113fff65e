import type { PolicySnapshot } from '../policy/model/policySnapshot.js';
import { thePublic, type Requester } from '../policy/model/requester.js';
import type { ClientId } from '../shared/brand.js';

import { exchangeAudience } from './audience.js';
import { Authenticator } from './authenticator.js';

/** Identifies requesters by their credential and a policy snapshot. */
export class Identity {
  readonly #authenticator: Authenticator;

  /** @param now milliseconds since the epoch */
  constructor(now: () => number) {
    this.#authenticator = new Authenticator(exchangeAudience, now);
  }

  /** Whether a header `authorization` holds a token whose signature was verified; it may have expired since. */
  hasVerified(authorization: string): boolean {
    return this.#authenticator.hasVerified(authorization);
  }

  /**
   * @param authorization the header of that name; undefined if it is absent, which means the public
   * @throws {ExchangeError} UNAUTHENTICATED; a wrong credential never falls back to the public
   */
  async identify(authorization: string | undefined, snapshot: PolicySnapshot): Promise<Requester> {
    if (authorization === undefined) return thePublic;
    const { id, agency, attributes } = await this.#authenticator.authenticate(
      authorization,
      (claimed) => snapshot.clients.get(claimed as ClientId),
    );
    return { kind: 'client', client: id, agency, attributes };
  }
}
