import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { exportJWK, generateKeyPair, type JWK } from 'jose';

import { tokenAlgorithm } from '../../src/identity/tokenClaims.js';

/** The public half of a key, as it is registered. */
export interface PublicKey {
  readonly kid: string;
  readonly x: string;
}

/** Both halves of a key, as its holder keeps them: a client or an administrator of the demo. */
export type DemoKey = JWK & PublicKey;

/** @param dir the demo's folder, where each holder's key is a file */
export function demoKeyFile(dir: string, holder: string): string {
  return join(dir, `${holder}.key.json`);
}

/** Makes a holder's key at the demo's first start: the project itself holds none. */
export async function createDemoKey(dir: string, holder: string): Promise<void> {
  const { privateKey } = await generateKeyPair(tokenAlgorithm, { extractable: true });
  const jwk = { ...(await exportJWK(privateKey)), kid: `${holder}-1` };
  await writeFile(demoKeyFile(dir, holder), JSON.stringify(jwk), { mode: 0o600 });
}

export async function readDemoKey(dir: string, holder: string): Promise<DemoKey> {
  const jwk = JSON.parse(await readFile(demoKeyFile(dir, holder), 'utf8')) as JWK;
  if (!jwk.kid || !jwk.x) throw new Error(`the demo's key of ${holder} is damaged: remove ${dir}`);
  return { ...jwk, kid: jwk.kid, x: jwk.x };
}

export async function readPublicKey(dir: string, holder: string): Promise<PublicKey> {
  const { kid, x } = await readDemoKey(dir, holder);
  return { kid, x };
}
