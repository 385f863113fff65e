import { createPublicKey } from 'node:crypto';

/** Whether a text is a coordinate of P-256 in its one spelling: 32 bytes (RFC 7518, 6.2.1.2). */
function isCoordinate(text: string): boolean {
  const bytes = Buffer.from(text, 'base64url');
  return bytes.length === 32 && bytes.toString('base64url') === text;
}

/**
 * Whether a public key of ECDSA proves nothing. Every point on the curve is of the full order, since
 * P-256 has no small subgroup; so a key is weak only where it is no point on it.
 */
export function isWeakP256(x: string, y: string): boolean {
  if (!isCoordinate(x) || !isCoordinate(y)) return true;
  try {
    createPublicKey({ key: { kty: 'EC', crv: 'P-256', x, y }, format: 'jwk' });
    return false;
  } catch {
    return true;
  }
}
