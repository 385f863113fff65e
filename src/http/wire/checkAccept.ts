import { ExchangeError } from '../../errors/exchangeError.js';

import { readAccept } from './readAccept.js';

const acceptable = /^(\*\/\*|application\/(\*|json|graphql-response\+json))$/;

/** The refusal of a request that does not accept JSON. */
class NotAcceptable extends ExchangeError {
  override get status(): number {
    return 406;
  }
}

/**
 * Refuses a request that does not accept JSON. Apollo Server refuses it too, but only after the
 * sources were asked.
 *
 * @throws {ExchangeError} BAD_USER_INPUT
 */
export function checkAccept(accept = ''): void {
  if (accept === '') return;
  const takesJson = readAccept(accept).some(
    ({ type, quality }) => acceptable.test(type) && quality !== 0,
  );
  if (takesJson) return;
  throw new NotAcceptable(
    'BAD_USER_INPUT',
    'A request accepts `application/json` or `application/graphql-response+json`; this one does not.',
  );
}
