import { aessiv } from '@noble/ciphers/aes.js';

import { ExchangeError } from '../../errors/exchangeError.js';

import type { Position } from './position.js';

/** Positions of one length class make cursors of one length. */
const paddedTo = 32;

/**
 * Seals the positions of one list for one requester, and opens them again. In a list that a link leads
 * to, a position is one among all rows, whichever row's link it is: the key of a link may be hidden,
 * and a cursor must not hang on it.
 */
export interface Cursors {
  readonly seal: (position: Position) => string;
  /** @throws {ExchangeError} BAD_USER_INPUT for a foreign, altered or made-up cursor */
  readonly open: (cursor: string, argument: 'after' | 'before') => Position;
}

function pad(text: string): Buffer {
  const bytes = Buffer.from(text, 'utf8');
  const padded = Buffer.alloc(Math.ceil(bytes.length / paddedTo) * paddedTo, ' ');
  bytes.copy(padded);
  return padded;
}

/**
 * Cursors by AES-SIV (RFC 5297): encrypted, so that they tell nothing; with a synthetic IV, so that
 * equal worlds give equal cursors; bound to `context`, so that they open nowhere else.
 *
 * @param key 64 bytes
 * @param context whatever the list's answer hangs on: requester, purpose, contract, field,
 *   conditions, order
 */
export function cursorsFor(key: Uint8Array, context: string): Cursors {
  const associated = Buffer.from(context, 'utf8');
  return {
    seal: (position) =>
      Buffer.from(aessiv(key, associated).encrypt(pad(JSON.stringify(position)))).toString(
        'base64url',
      ),
    open: (cursor, argument) => {
      try {
        const sealed = Buffer.from(cursor, 'base64url');
        // The decoder passes over what is not of its alphabet.
        if (sealed.toString('base64url') !== cursor) throw new TypeError('not canonical');
        const opened = aessiv(key, associated).decrypt(sealed);
        // Only what `seal` wrote passes the cipher's authentication.
        return JSON.parse(Buffer.from(opened).toString('utf8')) as Position;
      } catch {
        throw new ExchangeError(
          'BAD_USER_INPUT',
          `\`${argument}\` takes a cursor that the same list gave to the same requester, purpose, conditions and order; this one is none.`,
        );
      }
    },
  };
}
