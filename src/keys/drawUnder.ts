import { createHmac, createSecretKey } from 'node:crypto';

/**
 * A draw of whole numbers below 2^48: HMAC-SHA-256 of what is drawn for, of which the first 48 bits are
 * taken. All replicas draw the same. Taken modulo a number below 2^35, the draws are as good as even.
 *
 * @param key 32 bytes, for nothing else
 */
export function drawUnder(key: Uint8Array): (identity: string) => number {
  const secret = createSecretKey(key);
  return (identity) => createHmac('sha256', secret).update(identity).digest().readUIntBE(0, 6);
}
