import type { GraphQLFormattedError } from 'graphql';

import type { ExchangeError } from './exchangeError.js';

/** Formats an error for an answer: message, locations, path and code, and nothing else. */
export function formatError(error: ExchangeError): GraphQLFormattedError {
  const { message, locations, path, code } = error;
  return {
    message,
    ...(locations && { locations }),
    ...(path && { path }),
    extensions: { code },
  };
}
