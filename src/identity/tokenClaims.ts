/** Who a token is for. */
export const tokenAudience = 'tongdao';

/** A token's header says so much and no more; Ed25519 only (RFC 8037). */
export const tokenAlgorithm = 'EdDSA';

/** The longest that a token may live, in seconds. */
export const maxTokenAge = 12 * 60 * 60;

/**
 * The claims of a token (RFC 7519, RFC 7523). It proves a client id and nothing else: agency, roles
 * and attributes come from the control database, and a token that claims them is refused.
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
