import type { PublicKey } from '../../policy/model/registeredKey.js';
import { Memo } from '../../shared/memo.js';

import { canonicalKey } from './canonicalKey.js';
import { isWeakEd25519 } from './isWeakEd25519.js';
import { isWeakExponent, isWeakModulus } from './isWeakModulus.js';
import { isWeakP256 } from './isWeakP256.js';

/** Which member makes a key prove nothing, and what would be right there. */
export interface KeyFault {
  readonly member: 'kty' | 'crv' | 'x' | 'y' | 'n' | 'e';
  readonly offence: string;
}

function judge(key: PublicKey): KeyFault | null {
  switch (key.kty) {
    case 'OKP':
      return isWeakEd25519(key.x)
        ? {
            member: 'x',
            offence: 'a key that proves something: this one is of small order',
          }
        : null;
    case 'EC':
      return isWeakP256(key.x, key.y)
        ? { member: 'x', offence: 'a point on P-256, `x` and `y` of 32 bytes each in base64url' }
        : null;
    case 'RSA': {
      if (isWeakExponent(key.e)) {
        return { member: 'e', offence: 'an odd exponent from 65537 to 2^32, as `AQAB` is' };
      }
      return isWeakModulus(key.n)
        ? {
            member: 'n',
            offence:
              'an RSA modulus of 2048 to 4096 bits in base64url, the product of large primes',
          }
        : null;
    }
  }
}

/** A modulus takes milliseconds to judge, and every change of policy reads all keys again. */
const judged = new Memo<string, { readonly fault: KeyFault | null }>(10_000);

/** What makes a public key prove nothing; null where it is sound. */
export function weaknessOf(key: PublicKey): KeyFault | null {
  return judged.get(canonicalKey(key), () => ({ fault: judge(key) })).fault;
}
