import { createHmac, createSecretKey, type KeyObject } from 'node:crypto';

/** HMAC-SHA-256 under one key, base64url. */
export class Hmac {
  readonly #key: KeyObject;

  /** @param key 32 bytes, for nothing else */
  constructor(key: Uint8Array) {
    this.#key = createSecretKey(key);
  }

  /** @param label what the text is, so that equal texts of two kinds are not equal here */
  of(label: string, text: string): string {
    return createHmac('sha256', this.#key).update(`${label}\n${text}`).digest('base64url');
  }
}
