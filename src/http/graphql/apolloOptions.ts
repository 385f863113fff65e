import type { GraphQLFormattedError } from 'graphql';

import { formatError } from '../../errors/formatError.js';
import { maxTokens } from '../../exchange/parseDocument.js';

import { fromApolloError } from './fromApolloError.js';

/** Discards what Apollo would log, because it may hold parts of requests. */
const silent = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};

/** The options of every Apollo Server here. */
export const apolloOptions = {
  persistedQueries: false, // a store of documents would hold literals of other requesters
  parseOptions: { maxLexicalTokens: maxTokens },
  includeStacktraceInErrorResponses: false,
  stopOnTerminationSignals: false,
  logger: silent,
  formatError: (_formatted: GraphQLFormattedError, error: unknown) =>
    formatError(fromApolloError(error)),
} as const;
