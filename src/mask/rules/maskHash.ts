import { createHmac } from 'node:crypto';

/**
 * HMAC-SHA-256 (RFC 2104) of a value's text in UTF-8, as base64url, 43 characters. Under one key, equal
 * values give equal hashes, and nothing else can be told. A hash without a key would not be safe: all ID
 * numbers can be tried in minutes.
 *
 * @param value a text or a whole number
 * @returns null without a key; for any other value, since sources may write it differently; and for a
 *   text with half of a surrogate pair, since UTF-8 writes every such half alike
 */
export function maskHash(value: unknown, key: Uint8Array | undefined): string | null {
  const text = Number.isSafeInteger(value) ? String(value) : value;
  if (typeof text !== 'string' || !text.isWellFormed() || !key) return null;
  return createHmac('sha256', key).update(text, 'utf8').digest('base64url');
}
