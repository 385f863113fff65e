import { decodeJwt, errors, importJWK, jwtVerify, type JWTPayload } from 'jose';

import { ExchangeError } from '../errors/exchangeError.js';
import type { Client, PolicySnapshot, RegisteredKey } from '../policy/snapshot.js';
import type { ClientId } from '../shared/brand.js';

import { allowedClaims, maxTokenAge, tokenAlgorithm, tokenAudience } from './tokenClaims.js';

/** A client that proved itself, and until when the proof holds. */
export interface VerifiedToken {
  readonly client: ClientId;
  readonly key: RegisteredKey;
  /** Milliseconds since the epoch. */
  readonly expiresAt: number;
}

function refuse(offence: string, cause?: unknown): never {
  throw new ExchangeError(
    'UNAUTHENTICATED',
    `A credential is a current token, signed by a key registered to its client; this one ${offence}.`,
    { cause },
  );
}

/** The client that a token says it is of; nothing is believed before the signature is checked. */
function claimedClient(token: string, snapshot: PolicySnapshot): Client {
  let subject: string | undefined;
  try {
    subject = decodeJwt(token).sub;
  } catch (error) {
    refuse('is none', error);
  }
  // Unknown clients, foreign keys and false signatures are told apart in the log alone.
  return snapshot.clients.get(subject as ClientId) ?? refuse('is none');
}

function checkClaims(payload: JWTPayload, client: Client): number {
  const extra = Object.keys(payload).some((claim) => !allowedClaims.has(claim));
  if (extra) refuse('claims more than who its client is');
  if (payload.iss !== client.id) refuse('is issued by another than its client');
  // A token that is remembered is not checked for its age again.
  const { exp = 0, iat = 0 } = payload;
  return Math.min(exp, iat + maxTokenAge) * 1_000;
}

/**
 * Verifies a token.
 *
 * @throws {ExchangeError} UNAUTHENTICATED
 */
export async function verifyToken(token: string, snapshot: PolicySnapshot): Promise<VerifiedToken> {
  const client = claimedClient(token, snapshot);
  for (const key of client.keys) {
    try {
      const publicKey = await importJWK({ kty: 'OKP', crv: 'Ed25519', x: key.x }, tokenAlgorithm);
      const { payload } = await jwtVerify(token, publicKey, {
        algorithms: [tokenAlgorithm],
        audience: tokenAudience,
        subject: client.id,
        requiredClaims: ['exp', 'iat'],
        maxTokenAge,
      });
      return { client: client.id, key, expiresAt: checkClaims(payload, client) };
    } catch (error) {
      if (error instanceof errors.JWSSignatureVerificationFailed) continue;
      if (error instanceof errors.JWTExpired) refuse('has expired');
      if (error instanceof errors.JOSEError) refuse('is none', error);
      throw error;
    }
  }
  return refuse('is none');
}
