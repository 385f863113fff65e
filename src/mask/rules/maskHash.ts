import { createHmac } from 'node:crypto';

/**
 * HMAC-SHA-256 (RFC 2104) of a value's text in UTF-8, base64url, 43 characters. Equal values are
 * equal under one key, which tells them apart and nothing else. Never a bare hash: the space of ID
 * numbers can be counted through in minutes.
 *
 * @param value a text or a whole number
 * @returns null without a key; for what has no text that is one to all sources; and for half of a
 *   surrogate pair, which in UTF-8 would be any other half too
 */
export function maskHash(value: unknown, key: Uint8Array | undefined): string | null {
  const text = Number.isSafeInteger(value) ? String(value) : value;
  if (typeof text !== 'string' || !text.isWellFormed() || !key) return null;
  return createHmac('sha256', key).update(text, 'utf8').digest('base64url');
}
