import { importJWK, SignJWT } from 'jose';

import {
  exchangeAudience,
  maxTokenAge,
  tokenAlgorithm,
  type Audience,
} from '../../src/identity/tokenClaims.js';

import { readDemoKey } from './demoKey.js';

/**
 * Signs a token as its holder would. A token proves who asks, and nothing else.
 *
 * @param dir the demo's folder
 */
export async function signToken(
  dir: string,
  holder: string,
  { audience }: Audience = exchangeAudience,
): Promise<string> {
  const jwk = await readDemoKey(dir, holder);
  return new SignJWT()
    .setProtectedHeader({ alg: tokenAlgorithm, kid: jwk.kid })
    .setIssuer(holder)
    .setSubject(holder)
    .setAudience(audience)
    .setIssuedAt()
    .setExpirationTime(Math.floor(Date.now() / 1_000) + maxTokenAge)
    .sign(await importJWK(jwk, tokenAlgorithm));
}
