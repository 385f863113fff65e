/** Who a token is for, and what its holder is called. A token for one is none for the other. */
export interface Audience {
  readonly audience: string;
  readonly holder: 'client' | 'administrator';
}

/** The exchange, where clients ask. */
export const exchangeAudience: Audience = { audience: 'tongdao', holder: 'client' };

/** The administration, where administrators do. */
export const adminAudience: Audience = { audience: 'tongdao-admin', holder: 'administrator' };

/** A token's header says so much and no more; Ed25519 only (RFC 8037). */
export const tokenAlgorithm = 'EdDSA';

/** The longest that a token may live, in seconds. */
export const maxTokenAge = 12 * 60 * 60;

/**
 * The claims of a token (RFC 7519, RFC 7523). It proves an id and nothing else: agency, roles and
 * attributes come from the control database, and a token that claims them is refused.
 */
export const allowedClaims: ReadonlySet<string> = new Set([
  'iss',
  'sub',
  'aud',
  'exp',
  'iat',
  'nbf',
  'jti',
]);
