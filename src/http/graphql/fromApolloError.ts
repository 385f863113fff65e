import { GraphQLError } from 'graphql';

import type { ErrorCode } from '../../errors/errorCode.js';
import { ExchangeError } from '../../errors/exchangeError.js';
import { describeSyntaxError } from '../../exchange/describeSyntaxError.js';

/**
 * Our code for each of Apollo Server's own codes. Apollo's messages echo parts of the request, so
 * the contract's replace them.
 */
const codes: Readonly<Record<string, ErrorCode>> = {
  GRAPHQL_PARSE_FAILED: 'GRAPHQL_PARSE_FAILED',
  GRAPHQL_VALIDATION_FAILED: 'GRAPHQL_VALIDATION_FAILED',
  PERSISTED_QUERY_NOT_FOUND: 'PERSISTED_QUERY_NOT_SUPPORTED',
  PERSISTED_QUERY_NOT_SUPPORTED: 'PERSISTED_QUERY_NOT_SUPPORTED',
  BAD_USER_INPUT: 'BAD_USER_INPUT',
  OPERATION_RESOLUTION_FAILURE: 'OPERATION_RESOLUTION_FAILURE',
  BAD_REQUEST: 'BAD_USER_INPUT',
};

/** The only fault that Apollo can find in a request whose body was checked. */
const badRequest =
  'A request accepts `application/json` or `application/graphql-response+json`; this one does not.';

/** Undefined for the code's own. */
function messageFor(stated: unknown, error: GraphQLError): string | undefined {
  if (stated === 'BAD_REQUEST') return badRequest;
  return stated === 'GRAPHQL_PARSE_FAILED' ? describeSyntaxError(error) : undefined;
}

/** Finds the deliberate error within an error that may wrap it. */
function findDeliberate(error: unknown): ExchangeError | undefined {
  if (error instanceof ExchangeError) return error;
  return error instanceof GraphQLError ? findDeliberate(error.originalError) : undefined;
}

/** Gives the exchange's error for an error of Apollo Server. */
export function fromApolloError(error: unknown): ExchangeError {
  const deliberate = findDeliberate(error);
  if (deliberate) return deliberate;
  if (!(error instanceof GraphQLError)) {
    return new ExchangeError('INTERNAL', undefined, { cause: error });
  }
  const stated = error.extensions['code'];
  const code = (typeof stated === 'string' && codes[stated]) || 'INTERNAL';
  return new ExchangeError(code, messageFor(stated, error), {
    ...(error.locations && { locations: error.locations }),
    ...(code === 'INTERNAL' && { cause: error }),
  });
}
