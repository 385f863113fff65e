import { LRUCache } from 'lru-cache';

import { ExchangeError } from '../errors/exchangeError.js';

import type { Audience } from './audience.js';
import { verifyToken, type FindHolder, type KeyHolder, type VerifiedToken } from './verifyToken.js';

/** Schemes of authorization ignore case (RFC 9110, 11.1). */
const bearer = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i;

/**
 * Proofs of who asks, for one audience. Signatures that were verified are remembered by the
 * header; whether its holder still has the key, and whether the token still lives, is looked at every
 * time.
 */
export class Authenticator {
  readonly #verified = new LRUCache<string, VerifiedToken>({ max: 10_000 });
  readonly #audience: Audience;
  readonly #now: () => number;

  /** @param now milliseconds since the epoch */
  constructor(audience: Audience, now: () => number) {
    this.#audience = audience;
    this.#now = now;
  }

  /**
   * The holder that a header `authorization` proves.
   *
   * @throws {ExchangeError} UNAUTHENTICATED
   */
  async authenticate<Holder extends KeyHolder>(
    authorization: string,
    find: FindHolder<Holder>,
  ): Promise<Holder> {
    const verified = this.#verified.get(authorization) ?? (await this.#verify(authorization, find));
    const holder = find(verified.id);
    const holdsKey = holder?.keys.some(
      ({ kid, x }) => kid === verified.key.kid && x === verified.key.x,
    );
    if (!holder || !holdsKey || this.#now() >= verified.expiresAt) {
      throw new ExchangeError('UNAUTHENTICATED');
    }
    return holder;
  }

  async #verify(authorization: string, find: FindHolder<KeyHolder>): Promise<VerifiedToken> {
    const token = bearer.exec(authorization)?.[1];
    if (token === undefined) {
      throw new ExchangeError(
        'UNAUTHENTICATED',
        'A credential is stated as `authorization: Bearer <token>`; this one is not.',
      );
    }
    const verified = await verifyToken(token, this.#audience, find);
    this.#verified.set(authorization, verified);
    return verified;
  }
}
