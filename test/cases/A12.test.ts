import { generateKeyPairSync } from 'node:crypto';

import { describe, expect, it } from '@jest/globals';

import { exchangeAudience } from '../../src/identity/audience.js';
import { isWeakEd25519 } from '../../src/identity/keys/isWeakEd25519.js';
import { verifyToken } from '../../src/identity/verifyToken.js';

import { compileCase, policyOf, problemsOf, typeOf } from './caseCatalog.js';

const catalog = compileCase(typeOf(''));
const strong = () => generateKeyPairSync('ed25519').publicKey.export({ format: 'jwk' }).x!;

/** Bytes in hexadecimal as a key. */
const keyOf = (hex: string) => Buffer.from(hex, 'hex').toString('base64url');
const weak: readonly (readonly [string, string])[] = [
  ['the neutral element', `01${'00'.repeat(31)}`],
  ['y = 0', '00'.repeat(32)],
  ['y = 0, the other sign', `${'00'.repeat(31)}80`],
  ['y = −1', `ec${'ff'.repeat(30)}7f`],
  ['y = p, which is 0', `ed${'ff'.repeat(30)}7f`],
  ['y = p + 1, which is 1', `ee${'ff'.repeat(30)}ff`],
  ['a point of order 8', '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05'],
  ['another of order 8', 'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa'],
];

const registered = (...keys: readonly string[]) => ({
  ...policyOf({ no: { eq: '1' } }),
  clients: keys.map((x, index) => ({
    id: index === 0 ? 'c' : `c${index}`,
    agency: 'a',
    keys: [{ kid: 'k', x }],
  })),
});

describe('A12: a key proves something', () => {
  it.each(weak)('%s is refused when it is registered', (_what, hex) => {
    expect(problemsOf(catalog, registered(keyOf(hex)))).toEqual([
      'clients.0.keys.0.x: a key that proves something: this one is of small order',
    ]);
  });

  it.each(weak)('%s proves nothing where it is registered all the same', async (_what, hex) => {
    const key = { kid: 'k', kty: 'OKP', crv: 'Ed25519', x: keyOf(hex) } as const;
    const holder = { id: 'c', keys: [key] };
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const iat = Math.floor(Date.now() / 1_000);
    const claims = { sub: 'c', iss: 'c', aud: exchangeAudience.audience, iat, exp: iat + 60 };
    const signature = Buffer.concat([Buffer.from(keyOf(hex), 'base64url'), Buffer.alloc(32)]);
    const token = `${part({ alg: 'EdDSA' })}.${part(claims)}.${signature.toString('base64url')}`;
    await expect(verifyToken(token, exchangeAudience, () => holder)).rejects.toMatchObject({
      code: 'UNAUTHENTICATED',
    });
  });

  it('and a key that was made as keys are is taken', () => {
    const x = strong();
    expect(isWeakEd25519(x)).toBe(false);
    expect(problemsOf(catalog, registered(x))).toEqual([]);
  });

  it('and is of one client', () => {
    const x = strong();
    expect(problemsOf(catalog, registered(x, x))).toEqual([
      'client c1: its key is that of client c; a key proves who asks, so it is of one',
    ]);
  });

  it('however its members are stated', () => {
    const x = strong();
    const policy = registered(x, x);
    const stated = { kid: 'other', kty: 'OKP', crv: 'Ed25519', x };
    const clients = policy.clients.map((one, at) => (at === 0 ? one : { ...one, keys: [stated] }));
    expect(problemsOf(catalog, { ...policy, clients })).toEqual([
      'client c1: its key is that of client c; a key proves who asks, so it is of one',
    ]);
  });

  it('in one spelling', () => {
    const x = strong();
    const last = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    const respelled = x.slice(0, -1) + last[last.indexOf(x.at(-1)!) + 1]!;
    expect(Buffer.from(respelled, 'base64url')).toEqual(Buffer.from(x, 'base64url'));
    expect(isWeakEd25519(respelled)).toBe(true);
  });
});
