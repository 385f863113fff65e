import { decodeJwt, errors, importJWK, jwtVerify, type JWTPayload } from 'jose';

import type { RegisteredKey } from '../policy/model/registeredKey.js';

import { allowedClaims, clockTolerance, maxTokenAge, type Audience } from './audience.js';
import { describeClaim } from './describeClaim.js';
import { tokenAlgorithms } from './keys/tokenAlgorithms.js';
import { weaknessOf } from './keys/weaknessOf.js';
import { refusalFor, type Refuse } from './refusalFor.js';

/** A client or administrator, who proves an id with a registered key. */
export interface KeyHolder {
  readonly id: string;
  readonly keys: readonly RegisteredKey[];
}

/** Finds a holder by id among those registered now; undefined if there is none. */
export type FindHolder<Holder extends KeyHolder> = (id: string) => Holder | undefined;

/** The holder that a token proved, the key used, and when the token expires. */
export interface VerifiedToken {
  readonly id: string;
  readonly key: RegisteredKey;
  /** Milliseconds since the epoch. */
  readonly expiresAt: number;
}

/** Finds the holder that a token names. The name is trusted only once the signature is checked. */
function claimedHolder(token: string, find: FindHolder<KeyHolder>, refuse: Refuse): KeyHolder {
  let subject: string | undefined;
  try {
    subject = decodeJwt(token).sub;
  } catch (error) {
    return refuse('is none', error);
  }
  // Unknown holders, foreign keys and false signatures get the same answer; only the log tells them apart.
  return (subject === undefined ? undefined : find(subject)) ?? refuse('is none');
}

function checkClaims(payload: JWTPayload, id: string, kind: string, refuse: Refuse): number {
  const extra = Object.keys(payload).some((claim) => !allowedClaims.has(claim));
  if (extra) {
    const allowed = [...allowedClaims].map((claim) => `\`${claim}\``).join(', ');
    refuse(`claims more than who its ${kind} is, by ${allowed}`);
  }
  if (payload.iss !== id) refuse(`is issued by another than its ${kind}, by its claim \`iss\``);
  // jose checks the age only once, and a verified token is remembered: so the age bounds its expiry.
  const { exp = 0, iat = 0 } = payload;
  return (Math.min(exp, iat + maxTokenAge) + clockTolerance) * 1_000;
}

/**
 * Verifies a token's signature, audience, age and claims.
 *
 * @throws {ExchangeError} UNAUTHENTICATED
 */
export async function verifyToken(
  token: string,
  audience: Audience,
  find: FindHolder<KeyHolder>,
): Promise<VerifiedToken> {
  const refuse = refusalFor(audience);
  const { id, keys } = claimedHolder(token, find, refuse);
  for (const key of keys) {
    // Registration refuses such a key. One that is there all the same proves nothing.
    if (weaknessOf(key)) continue;
    try {
      const algorithms = tokenAlgorithms[key.kty];
      const publicKey = await importJWK(key, algorithms[0]);
      const { payload } = await jwtVerify(token, publicKey, {
        algorithms: [...algorithms],
        clockTolerance,
        audience: audience.audience,
        subject: id,
        requiredClaims: ['exp', 'iat'],
        maxTokenAge,
      });
      return { id, key, expiresAt: checkClaims(payload, id, audience.holder, refuse) };
    } catch (error) {
      if (error instanceof errors.JWSSignatureVerificationFailed) continue;
      // Another key of the holder may be of the algorithm that the token is signed by.
      if (error instanceof errors.JOSEAlgNotAllowed) continue;
      if (error instanceof errors.JWTExpired || error instanceof errors.JWTClaimValidationFailed) {
        refuse(describeClaim(error, audience), error);
      }
      if (error instanceof errors.JOSEError) refuse('is none', error);
      throw error;
    }
  }
  return refuse('is none');
}
