/** Whom a token is for, and what its holder is called. A token is valid for one audience only. */
export interface Audience {
  readonly audience: string;
  readonly holder: 'client' | 'administrator';
}

/** The audience of clients' tokens. */
export const exchangeAudience: Audience = { audience: 'tongdao', holder: 'client' };

/** The audience of administrators' tokens. */
export const adminAudience: Audience = { audience: 'tongdao-admin', holder: 'administrator' };

/** The algorithm of our own tokens, by the name of it that every library knows (RFC 8037). */
export const tokenAlgorithm = 'EdDSA';

/** How far the clocks of whoever signs and of the gateway may be apart, in seconds. */
export const clockTolerance = 60;

/** The longest lifetime of a token, in seconds. */
export const maxTokenAge = 12 * 60 * 60;

/**
 * The only claims that a token may hold (RFC 7519, RFC 7523). A token proves an id and nothing else.
 * Agency, roles and attributes come from the control database; a token that claims them is refused.
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
