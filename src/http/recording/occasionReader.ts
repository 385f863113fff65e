import type { IncomingMessage } from 'node:http';

import { LRUCache } from 'lru-cache';

import { ExchangeError } from '../../errors/exchangeError.js';
import type { Occasion } from '../../exchange/occasion.js';
import { headerValues } from '../wire/headerValues.js';

/** An occasion, as far as it could be read, and what is wrong with the rest. */
export interface ReadOccasion {
  readonly occasion: Occasion;
  readonly fault: ExchangeError | null;
}

const maxLength = 200;
const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Letters, digits, signs and spaces, but not spaces alone; counted by code point. */
const visible = new RegExp(`^(?=.*[^ ])[\\p{L}\\p{M}\\p{N}\\p{P}\\p{S} ]{1,${maxLength}}$`, 'u');

/** The text of a header's bytes, in UTF-8; undefined where they are no UTF-8. */
function decode(bytes: string): string | undefined {
  try {
    return utf8.decode(Buffer.from(bytes, 'latin1'));
  } catch {
    return undefined;
  }
}

function refusal(name: string): ExchangeError {
  return new ExchangeError(
    'BAD_USER_INPUT',
    `The header \`${name}\` stands once and has 1 to ${maxLength} visible characters, in UTF-8; this one does not.`,
  );
}

/** Makes a keyed hash of a text. Equal texts under equal labels have equal hashes. */
export type Conceal = (label: string, text: string) => string;

/**
 * Reads who asks and for which case, and passes on only keyed hashes, which are useless without the
 * key. The latest hashes are kept, because one user asks several times for one case.
 */
export class OccasionReader {
  readonly #conceal: Conceal;
  readonly #hashes = {
    'acting-user': new LRUCache<string, string>({ max: 1_000 }),
    'case-reference': new LRUCache<string, string>({ max: 1_000 }),
  } as const;

  constructor(conceal: Conceal) {
    this.#conceal = conceal;
  }

  read(request: IncomingMessage): ReadOccasion {
    const user = this.#header(request, 'acting-user');
    const reference = this.#header(request, 'case-reference');
    const fault = [user, reference].find((part) => part instanceof ExchangeError) ?? null;
    return {
      occasion: {
        actingUser: typeof user === 'string' ? user : null,
        caseReference: typeof reference === 'string' ? reference : null,
      },
      fault,
    };
  }

  #header(
    request: IncomingMessage,
    name: 'acting-user' | 'case-reference',
  ): string | null | ExchangeError {
    const [bytes, ...more] = headerValues(request, name);
    if (bytes === undefined) return null;
    if (more.length > 0) return refusal(name);
    const known = this.#hashes[name].get(bytes);
    if (known !== undefined) return known;
    const text = decode(bytes);
    if (text === undefined || !visible.test(text)) return refusal(name);
    const hash = this.#conceal(name, text.normalize('NFC'));
    this.#hashes[name].set(bytes, hash);
    return hash;
  }
}
