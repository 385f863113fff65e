import { ExchangeError } from '../../errors/exchangeError.js';

const acceptable = /^(\*\/\*|application\/(\*|json|graphql-response\+json))$/;
const never = /^q=0(\.0*)?$/;

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
  const ranges = accept.split(',').map((range) => range.toLowerCase().split(';'));
  const takesJson = ranges.some(([type = '', ...parameters]) => {
    const isRefused = parameters.some((parameter) => never.test(parameter.trim()));
    return acceptable.test(type.trim()) && !isRefused;
  });
  if (takesJson) return;
  throw new NotAcceptable(
    'BAD_USER_INPUT',
    'A request accepts `application/json` or `application/graphql-response+json`; this one does not.',
  );
}
