import { hkdfSync } from 'node:crypto';

import { drawUnder } from './drawUnder.js';
import { HashKeys } from './hashKeys.js';

/**
 * What keys are derived for: cursors, hashes (the mask `HASH`), the record, the record of searches in it,
 * the people whom it names, the counts of lookups, and the rounding of statistics.
 */
type KeyUse =
  'cursor' | 'hash' | 'record' | 'record-access' | 'record-person' | 'quota' | 'statistics';

/** Derives a key for one use from the master key, by HKDF-SHA-256 (RFC 5869). */
export function deriveKey(use: KeyUse, masterKey: Uint8Array, length = 32): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', masterKey, '', `tongdao/${use}`, length));
}

/** Derives what answers are made with: the key that seals cursors, those of hashes, and draws. */
export function deriveAnswerKeys(masterKey: Uint8Array) {
  return {
    cursorKey: deriveKey('cursor', masterKey, 64),
    hashKeys: new HashKeys(deriveKey('hash', masterKey)),
    draw: drawUnder(deriveKey('statistics', masterKey)),
  };
}
