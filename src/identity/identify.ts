import { LRUCache } from 'lru-cache';

import { ExchangeError } from '../errors/exchangeError.js';
import { thePublic, type Requester } from '../policy/requester.js';
import type { PolicySnapshot } from '../policy/snapshot.js';
import { sha256 } from '../shared/sha256.js';

import { verifyToken, type VerifiedToken } from './verifyToken.js';

/** Schemes of authorization ignore case (RFC 9110, 11.1). */
const bearer = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i;

/**
 * Tells who asks. Signatures that were verified are remembered by the token's hash; whether the
 * client still holds the key, and whether the token still lives, is looked at every time.
 */
export class Identity {
  readonly #verified = new LRUCache<string, VerifiedToken>({ max: 10_000 });
  readonly #now: () => number;

  /** @param now milliseconds since the epoch */
  constructor(now: () => number) {
    this.#now = now;
  }

  /**
   * @param authorization the header of that name; undefined where it is absent, which is the public
   * @throws {ExchangeError} UNAUTHENTICATED: a wrong credential never falls back to the public
   */
  async identify(authorization: string | undefined, snapshot: PolicySnapshot): Promise<Requester> {
    if (authorization === undefined) return thePublic;
    const token = bearer.exec(authorization)?.[1];
    if (token === undefined) {
      throw new ExchangeError(
        'UNAUTHENTICATED',
        'A credential is stated as `authorization: Bearer <token>`; this one is not.',
      );
    }
    const verified = await this.#verify(token, snapshot);
    const client = snapshot.clients.get(verified.client);
    const holdsKey = client?.keys.some(
      ({ kid, x }) => kid === verified.key.kid && x === verified.key.x,
    );
    if (!client || !holdsKey || this.#now() >= verified.expiresAt) {
      throw new ExchangeError('UNAUTHENTICATED');
    }
    return {
      kind: 'client',
      client: client.id,
      agency: client.agency,
      attributes: client.attributes,
    };
  }

  async #verify(token: string, snapshot: PolicySnapshot): Promise<VerifiedToken> {
    const hash = sha256(token);
    const known = this.#verified.get(hash);
    if (known) return known;
    const verified = await verifyToken(token, snapshot);
    this.#verified.set(hash, verified);
    return verified;
  }
}
