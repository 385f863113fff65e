import { LRUCache } from 'lru-cache';

import { ExchangeError } from '../errors/exchangeError.js';
import type { RegisteredKey } from '../policy/model/registeredKey.js';

import type { Audience } from './audience.js';
import { canonicalKey } from './keys/canonicalKey.js';
import { refusalFor } from './refusalFor.js';
import { verifyToken, type FindHolder, type KeyHolder, type VerifiedToken } from './verifyToken.js';

/** The scheme is matched without regard to case (RFC 9110, 11.1). */
const bearer = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i;

/** Whether a key is the one that a token was verified by. Within one snapshot it is the same object. */
function isSame(key: RegisteredKey, verified: RegisteredKey): boolean {
  if (key === verified) return true;
  return key.kid === verified.kid && canonicalKey(key) === canonicalKey(verified);
}

/**
 * Authenticates the holders of tokens for one audience. Verified signatures are remembered by their
 * header. Each request still checks that the holder has the key and that the token has not expired.
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

  /** Whether a header `authorization` holds a token whose signature was verified; it may have expired since. */
  hasVerified(authorization: string): boolean {
    return this.#verified.has(authorization);
  }

  /**
   * Finds the holder that a header `authorization` proves.
   *
   * @throws {ExchangeError} UNAUTHENTICATED
   */
  async authenticate<Holder extends KeyHolder>(
    authorization: string,
    find: FindHolder<Holder>,
  ): Promise<Holder> {
    const verified = this.#verified.get(authorization) ?? (await this.#verify(authorization, find));
    const holder = find(verified.id);
    const holdsKey = holder?.keys.some((key) => isSame(key, verified.key));
    if (!holder || !holdsKey) throw new ExchangeError('UNAUTHENTICATED');
    if (this.#now() >= verified.expiresAt) refusalFor(this.#audience)('has expired since');
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
