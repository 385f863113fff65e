/** A public key of Ed25519 (RFC 8037, 2). */
interface OkpKey {
  readonly kty: 'OKP';
  readonly crv: 'Ed25519';
  readonly x: string;
}

/** A public key of ECDSA: a point on P-256 (RFC 7518, 6.2). */
interface EcKey {
  readonly kty: 'EC';
  readonly crv: 'P-256';
  readonly x: string;
  readonly y: string;
}

/** A public key of RSA: modulus and exponent (RFC 7518, 6.3). */
interface RsaKey {
  readonly kty: 'RSA';
  readonly n: string;
  readonly e: string;
}

/** A public key as a JWK (RFC 7517), with the members that make it, and no others. */
export type PublicKey = OkpKey | EcKey | RsaKey;

/** A public key registered to a client or an administrator, under a name. */
export type RegisteredKey = PublicKey & { readonly kid: string };
