import { generateKeyPairSync } from 'node:crypto';

import { describe, expect, it } from '@jest/globals';
import { calculateJwkThumbprint } from 'jose';

import { canonicalKey } from '../../../src/identity/keys/canonicalKey.js';
import { readKey, type StatedKey } from '../../../src/identity/keys/readKey.js';
import type { PublicKey } from '../../../src/policy/model/registeredKey.js';
import { sha256 } from '../../../src/shared/sha256.js';

const made = (length: number) =>
  generateKeyPairSync('rsa', { modulusLength: length }).publicKey.export({ format: 'jwk' });
const { n = '' } = made(2_048);
const p256 = generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({ format: 'jwk' });
const p384 = generateKeyPairSync('ec', { namedCurve: 'P-384' }).publicKey.export({ format: 'jwk' });
const x25519 = generateKeyPairSync('x25519').publicKey.export({ format: 'jwk' });
const ed25519 = generateKeyPairSync('ed25519').publicKey.export({ format: 'jwk' });

const numberOf = (text: string) => BigInt(`0x${Buffer.from(text, 'base64url').toString('hex')}`);
function textOf(number: bigint): string {
  const digits = number.toString(16);
  return Buffer.from(digits.padStart(digits.length + (digits.length % 2), '0'), 'hex').toString(
    'base64url',
  );
}

/** A modulus that is prime: 2^2203 − 1. */
const prime = textOf(2n ** 2_203n - 1n);
const rsa = (change: StatedKey): StatedKey => ({ kty: 'RSA', n, e: 'AQAB', ...change });

/** The same bytes, where the last character holds bits that stand for nothing. */
function respelled(text: string): string {
  const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  const other = text.slice(0, -1) + digits.charAt(digits.indexOf(text.slice(-1)) + 1);
  expect(Buffer.from(other, 'base64url')).toEqual(Buffer.from(text, 'base64url'));
  return other;
}

describe('a public key', () => {
  it('is of Ed25519 where nothing but x is stated', () => {
    const { x = '' } = ed25519;
    expect(readKey({ x })).toEqual({ key: { kty: 'OKP', crv: 'Ed25519', x } });
  });

  it.each<[string, StatedKey]>([
    ['of Ed25519', ed25519],
    ['of P-256', p256],
    ['of RSA with 2048 bits', rsa({})],
    [
      'of RSA with as many as 4096',
      rsa({ n: textOf(numberOf(n) * numberOf(made(2_048).n ?? '')) }),
    ],
    ['of RSA with the largest exponent', rsa({ e: '_____w' })],
  ])('%s is read as it is', (_what, stated) => {
    expect(readKey(stated)).toEqual({ key: stated });
  });

  it.each<[string, StatedKey, string]>([
    ['of a secret', { kty: 'oct' }, 'kty'],
    ['of a type that objects inherit', { kty: 'constructor' }, 'kty'],
    ['of no type', { kty: '' }, 'kty'],
    ['of X25519, which signs nothing', x25519, 'crv'],
    ['of P-384', p384, 'crv'],
    ['of P-384 that says P-256', { ...p384, crv: 'P-256' }, 'x'],
    ['of no curve', { kty: 'EC', x: p256.x, y: p256.y }, 'crv'],
    ['off the curve', { ...p256, y: p256.x }, 'x'],
    ['at the origin', { ...p256, x: 'A'.repeat(43), y: 'A'.repeat(43) }, 'x'],
    ['respelled on P-256', { ...p256, y: respelled(p256.y ?? '') }, 'x'],
    ['half a point', { ...p256, y: undefined }, 'y'],
    ['of Ed25519 with a y', { ...ed25519, y: p256.y }, 'y'],
    ['of RSA with a curve', rsa({ crv: 'P-256' }), 'crv'],
    ['of RSA with 1024 bits', rsa({ n: made(1_024).n }), 'n'],
    ['of RSA with 2047 bits', rsa({ n: textOf(numberOf(n) >> 1n) }), 'n'],
    ['of RSA with 4097 bits', rsa({ n: textOf((1n << 4_096n) + 1n) }), 'n'],
    ['of RSA far too long', rsa({ n: 'A'.repeat(100_000) }), 'n'],
    ['of RSA with a leading zero', rsa({ n: textOf(numberOf(n)).replace(/^/, 'AAAA') }), 'n'],
    ['of RSA in no base64url', rsa({ n: `${n.slice(1)}=` }), 'n'],
    ['of RSA, even', rsa({ n: textOf(numberOf(n) + 1n) }), 'n'],
    ['of RSA, with a small factor', rsa({ n: textOf(numberOf(n) * 743n) }), 'n'],
    ['of RSA, prime', rsa({ n: prime }), 'n'],
    ['of RSA, without a modulus', rsa({ n: undefined }), 'n'],
    ['of RSA, without an exponent', rsa({ e: undefined }), 'e'],
    ['of RSA, exponent 1', rsa({ e: 'AQ' }), 'e'],
    ['of RSA, exponent 3', rsa({ e: 'Aw' }), 'e'],
    ['of RSA, exponent 65535', rsa({ e: textOf(65_535n) }), 'e'],
    ['of RSA, exponent 65536', rsa({ e: textOf(65_536n) }), 'e'],
    ['of RSA, exponent 2^32 + 1', rsa({ e: textOf(2n ** 32n + 1n) }), 'e'],
    ['of RSA, exponent with a leading zero', rsa({ e: 'AAEAAQ' }), 'e'],
  ])('%s is refused', (_what, stated, member) => {
    expect(readKey(stated)).toMatchObject({ fault: { member } });
  });

  it.each([ed25519, p256, { kty: 'RSA', n, e: 'AQAB' }])(
    'has one text, of which RFC 7638 makes its thumbprint',
    async (jwk) => {
      const hash = Buffer.from(sha256(canonicalKey(jwk as PublicKey)), 'hex').toString('base64url');
      expect(hash).toBe(await calculateJwkThumbprint(jwk));
    },
  );
});
