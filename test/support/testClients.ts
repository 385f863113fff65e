import { generateKeyPairSync, type KeyObject } from 'node:crypto';

import { SignJWT, type JWTPayload } from 'jose';

import type { RegisteredKey } from '../../src/policy/model/registeredKey.js';

interface TestKey {
  readonly privateKey: KeyObject;
  readonly registered: Extract<RegisteredKey, { readonly kty: 'OKP' }>;
}

const keys = new Map<string, TestKey>();

/** The key of a test client, made when first asked for. */
export function keyOf(client: string): TestKey {
  const known = keys.get(client);
  if (known) return known;
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const { x } = publicKey.export({ format: 'jwk' });
  const key = {
    privateKey,
    registered: { kid: `${client}-1`, kty: 'OKP', crv: 'Ed25519', x: x! },
  } as const;
  keys.set(client, key);
  return key;
}

/** A token of a client; `claims` replace or add to the right ones, undefined removes. */
export function tokenOf(
  client: string,
  claims: JWTPayload = {},
  signedBy = keyOf(client).privateKey,
): Promise<string> {
  const now = Math.floor(Date.now() / 1_000);
  const right = { iss: client, sub: client, aud: 'tongdao', iat: now, exp: now + 600 };
  return new SignJWT({ ...right, ...claims })
    .setProtectedHeader({ alg: 'EdDSA', kid: keyOf(client).registered.kid })
    .sign(signedBy);
}
