import { aessiv } from '@noble/ciphers/aes.js';

import { ExchangeError } from '../../errors/exchangeError.js';

import type { Position } from './position.js';

/** Positions are padded to a multiple of this, so that a cursor's length tells little. */
const paddedTo = 32;

/**
 * Seals the positions of one list for one requester, and opens them again. In a list behind a link,
 * a position is one among all rows, not among those of one key. The key may be hidden, so a cursor
 * must not depend on it.
 */
export interface Cursors {
  readonly seal: (position: Position) => string;
  /** @throws {ExchangeError} BAD_USER_INPUT for a foreign, altered or invented cursor */
  readonly open: (cursor: string, argument: 'after' | 'before') => Position;
}

function pad(text: string): Buffer {
  const bytes = Buffer.from(text, 'utf8');
  const padded = Buffer.alloc(Math.ceil(bytes.length / paddedTo) * paddedTo, ' ');
  bytes.copy(padded);
  return padded;
}

/**
 * Makes cursors by AES-SIV (RFC 5297). They are encrypted, so they tell nothing. Their IV is
 * synthetic, so equal data gives equal cursors. They are bound to `context`, so they open nowhere
 * else.
 *
 * @param key 64 bytes
 * @param context everything that the list's answer depends on: requester, purpose, contract, field,
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
        // The decoder skips characters outside its alphabet.
        if (sealed.toString('base64url') !== cursor) throw new TypeError('not canonical');
        const opened = aessiv(key, associated).decrypt(sealed);
        // The cipher authenticates: only texts from `seal` come this far.
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
