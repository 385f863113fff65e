import type { IncomingMessage } from 'node:http';

import type { Keyed } from '../audit/keyed.js';
import { ExchangeError } from '../errors/exchangeError.js';
import type { Occasion } from '../plan/occasion.js';

/** An occasion as far as it could be read, and what is wrong with it. */
export interface ReadOccasion {
  readonly occasion: Occasion;
  readonly fault: ExchangeError | null;
}

const maxLength = 200;
const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Letters, digits, signs and spaces, but not spaces alone; counted by code point. */
const visible = new RegExp(`^(?=.*[^ ])[\\p{L}\\p{M}\\p{N}\\p{P}\\p{S} ]{1,${maxLength}}$`, 'u');

function valuesOf({ rawHeaders }: IncomingMessage, name: string): readonly string[] {
  // Node joins the values of a header that is repeated, which then would pass for one.
  return rawHeaders.filter((_, at) => at % 2 === 1 && rawHeaders[at - 1]?.toLowerCase() === name);
}

/** The text that a header's bytes are in UTF-8; undefined where they are none. */
function decode(bytes: string): string | undefined {
  try {
    return utf8.decode(Buffer.from(bytes, 'latin1'));
  } catch {
    return undefined;
  }
}

function readOne(request: IncomingMessage, name: string): string | null | ExchangeError {
  const [bytes, ...more] = valuesOf(request, name);
  if (bytes === undefined) return null;
  const text = decode(bytes);
  if (more.length === 0 && text !== undefined && visible.test(text)) return text.normalize('NFC');
  return new ExchangeError(
    'BAD_USER_INPUT',
    `The header \`${name}\` stands once and has 1 to ${maxLength} visible characters, in UTF-8; this one does not.`,
  );
}

/**
 * Reads who asks, and for which case, and lets no more of them come in than keyed hashes: equal
 * for equal values, and of no use to whoever lacks the key.
 */
export function readOccasion(request: IncomingMessage, keyed: Keyed): ReadOccasion {
  const read = (name: string) => {
    const value = readOne(request, name);
    return typeof value === 'string'
      ? { hash: keyed.of(name, value), fault: null }
      : { hash: null, fault: value };
  };
  const user = read('acting-user');
  const reference = read('case-reference');
  return {
    occasion: { actingUser: user.hash, caseReference: reference.hash },
    fault: user.fault ?? reference.fault,
  };
}
