import { generateKeyPairSync } from 'node:crypto';

import { SignJWT } from 'jose';

import { exchangeAudience, maxTokenAge, tokenAlgorithm } from '../../../src/identity/audience.js';

/** The one requester: a client with a key of this run, and a purpose. */
export interface BenchClient {
  readonly id: string;
  readonly purpose: string;
  /** Its public key, as it is registered. */
  readonly key: { readonly kid: string; readonly x: string };
  readonly token: string;
}

export async function createClient(): Promise<BenchClient> {
  const id = 'bench-app';
  const kid = `${id}-1`;
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const { x } = publicKey.export({ format: 'jwk' });
  if (x === undefined) throw new TypeError('an Ed25519 key has no x');
  const token = await new SignJWT()
    .setProtectedHeader({ alg: tokenAlgorithm, kid })
    .setIssuer(id)
    .setSubject(id)
    .setAudience(exchangeAudience.audience)
    .setIssuedAt()
    .setExpirationTime(Math.floor(Date.now() / 1_000) + maxTokenAge)
    .sign(privateKey);
  return { id, purpose: 'measurement', key: { kid, x }, token };
}
