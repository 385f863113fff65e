import type { PublicKey } from '../../policy/model/registeredKey.js';

/**
 * The algorithms of tokens, by the type of the registered key. A token's header never chooses another:
 * else the text of a public key would pass for a secret of HMAC. Ed25519 has two names, that of
 * RFC 8037 and that of RFC 9864, which says which curve is meant.
 */
export const tokenAlgorithms = {
  OKP: ['EdDSA', 'Ed25519'],
  EC: ['ES256'],
  RSA: ['RS256'],
} as const satisfies Readonly<Record<PublicKey['kty'], readonly string[]>>;
