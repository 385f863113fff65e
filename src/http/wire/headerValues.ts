import type { IncomingMessage } from 'node:http';

import { ExchangeError } from '../../errors/exchangeError.js';

/**
 * All values of a header, by its name in small letters. Node joins those of some repeated headers, which
 * would then pass for one value, and of others keeps the first alone.
 */
export function headerValues({ rawHeaders }: IncomingMessage, name: string): readonly string[] {
  const values: string[] = [];
  for (let at = 0; at + 1 < rawHeaders.length; at += 2) {
    const [stated = '', value = ''] = [rawHeaders[at], rawHeaders[at + 1]];
    if (stated.length === name.length && stated.toLowerCase() === name) values.push(value);
  }
  return values;
}

/**
 * The value of a header that stands once, or not at all: of two, a proxy on the way may have read the
 * other one.
 *
 * @throws {ExchangeError} BAD_USER_INPUT
 */
export function singleHeader(request: IncomingMessage, name: string): string | undefined {
  const [value, ...more] = headerValues(request, name);
  if (more.length === 0) return value;
  throw new ExchangeError(
    'BAD_USER_INPUT',
    `The header \`${name}\` stands once; in this request it stands ${more.length + 1} times.`,
  );
}
