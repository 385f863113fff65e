import { DerivedHashKeys } from './plan/derivedHashKeys.js';
import { derivedKey } from './shared/derivedKey.js';

/** What is sealed and hashed with: all of it hangs on the master key, and on nothing else. */
export function keysFrom(masterKey: Uint8Array) {
  return {
    cursorKey: derivedKey('cursor', masterKey, 64),
    hashKeys: new DerivedHashKeys(derivedKey('hash', masterKey)),
  };
}
