import type { PublicKey } from '../../policy/model/registeredKey.js';

/** The members that make a key, in the order of RFC 7638, 3.2. */
const members = {
  OKP: ['crv', 'kty', 'x'],
  EC: ['crv', 'kty', 'x', 'y'],
  RSA: ['e', 'kty', 'n'],
} as const satisfies Readonly<Record<PublicKey['kty'], readonly string[]>>;

/**
 * The one text of a key, whatever its name: that of which RFC 7638, 3.1 makes the thumbprint. Keys are
 * the same where their texts are, since each number in them is taken in one spelling only.
 */
export function canonicalKey(key: PublicKey): string {
  return JSON.stringify(key, [...members[key.kty]]);
}
