import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { exportJWK, generateKeyPair, importJWK, SignJWT, type JWK } from 'jose';

import {
  exchangeAudience,
  maxTokenAge,
  tokenAlgorithm,
  type Audience,
} from '../src/identity/tokenClaims.js';

function keyFile(dataDir: string, client: string): string {
  return join(dataDir, `${client}.key.json`);
}

/** The private key of a demo's client or administrator, made at the demo's first start; none is in the project. */
export async function createKey(dataDir: string, client: string): Promise<void> {
  const { privateKey } = await generateKeyPair(tokenAlgorithm, { extractable: true });
  const jwk = { ...(await exportJWK(privateKey)), kid: `${client}-1` };
  await writeFile(keyFile(dataDir, client), JSON.stringify(jwk), { mode: 0o600 });
}

async function readKey(dataDir: string, client: string): Promise<JWK & { kid: string; x: string }> {
  const jwk = JSON.parse(await readFile(keyFile(dataDir, client), 'utf8')) as JWK;
  if (!jwk.kid || !jwk.x)
    throw new Error(`the demo's key of ${client} is damaged: remove ${dataDir}`);
  return { ...jwk, kid: jwk.kid, x: jwk.x };
}

/** The public part of a demo client's key, as it is registered. */
export async function publicKey(
  dataDir: string,
  client: string,
): Promise<{ readonly kid: string; readonly x: string }> {
  const { kid, x } = await readKey(dataDir, client);
  return { kid, x };
}

/** Signs a token as its holder would: it proves who asks, and nothing else. */
export async function signToken(
  dataDir: string,
  holder: string,
  { audience }: Audience = exchangeAudience,
): Promise<string> {
  const jwk = await readKey(dataDir, holder);
  return new SignJWT()
    .setProtectedHeader({ alg: tokenAlgorithm, kid: jwk.kid })
    .setIssuer(holder)
    .setSubject(holder)
    .setAudience(audience)
    .setIssuedAt()
    .setExpirationTime(Math.floor(Date.now() / 1_000) + maxTokenAge)
    .sign(await importJWK(jwk, tokenAlgorithm));
}
