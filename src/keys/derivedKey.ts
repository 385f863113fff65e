import { hkdfSync } from 'node:crypto';

/** What keys are derived for: cursors, `HASH`, the two journals, what they keep of people, and counts. */
type KeyUse = 'cursor' | 'hash' | 'record' | 'record-access' | 'record-person' | 'quota';

/** A key for one use of the master key, which has no other (HKDF-SHA-256, RFC 5869). */
export function derivedKey(use: KeyUse, masterKey: Uint8Array, length = 32): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', masterKey, '', `tongdao/${use}`, length));
}
