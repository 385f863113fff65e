import { GraphQLError } from 'graphql';

import type { ErrorCode } from '../../errors/errorCode.js';
import { ExchangeError } from '../../errors/exchangeError.js';

/**
 * What the codes of errors that Apollo Server makes by itself become. Their messages, which echo
 * parts of the request, are replaced by the contract's.
 */
const codes: Readonly<Record<string, ErrorCode>> = {
  GRAPHQL_PARSE_FAILED: 'GRAPHQL_PARSE_FAILED',
  GRAPHQL_VALIDATION_FAILED: 'GRAPHQL_VALIDATION_FAILED',
  PERSISTED_QUERY_NOT_FOUND: 'PERSISTED_QUERY_NOT_FOUND',
  PERSISTED_QUERY_NOT_SUPPORTED: 'PERSISTED_QUERY_NOT_FOUND',
  BAD_USER_INPUT: 'BAD_USER_INPUT',
  OPERATION_RESOLUTION_FAILURE: 'OPERATION_RESOLUTION_FAILURE',
  BAD_REQUEST: 'BAD_USER_INPUT',
};

/** All that is left for Apollo to find wrong with a request, once its body has been checked. */
const badRequest =
  'A request accepts `application/json` or `application/graphql-response+json`; this one does not.';

/** The deliberate error in a chain of wrapped ones. */
function findDeliberate(error: unknown): ExchangeError | undefined {
  if (error instanceof ExchangeError) return error;
  return error instanceof GraphQLError ? findDeliberate(error.originalError) : undefined;
}

/** The error of the exchange that an error of Apollo Server's stands for. */
export function fromForeign(error: unknown): ExchangeError {
  const deliberate = findDeliberate(error);
  if (deliberate) return deliberate;
  if (!(error instanceof GraphQLError)) {
    return new ExchangeError('INTERNAL', undefined, { cause: error });
  }
  const stated = error.extensions['code'];
  const code = (typeof stated === 'string' && codes[stated]) || 'INTERNAL';
  const message = stated === 'BAD_REQUEST' ? badRequest : undefined;
  return new ExchangeError(code, message, {
    ...(error.locations && { locations: error.locations }),
    ...(code === 'INTERNAL' && { cause: error }),
  });
}
