import { derivedKey } from './derivedKey.js';
import { HashKeys } from './hashKeys.js';

/** What is sealed and hashed with: all of it hangs on the master key, and on nothing else. */
export function keysFrom(masterKey: Uint8Array) {
  return {
    cursorKey: derivedKey('cursor', masterKey, 64),
    hashKeys: new HashKeys(derivedKey('hash', masterKey)),
  };
}
