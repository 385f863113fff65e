import type { ApolloServerPlugin, BaseContext } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { GraphQLFormattedError } from 'graphql';

import { formatError } from '../../exchange/formatError.js';
import { maxTokens } from '../../exchange/parseDocument.js';
import type { RequestLog } from '../recording/requestLog.js';

import { fromForeign } from './foreignError.js';

/** What Apollo's plugins need of the context. */
export interface LoggedContext extends BaseContext {
  readonly log: Pick<RequestLog, 'requestId' | 'refused'>;
}

/** Apollo's own words go nowhere: they may hold parts of requests. */
const silent = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};

/** Options of every Apollo Server here. */
export const apolloOptions = {
  persistedQueries: false, // a store of documents would be one of others' literals
  parseOptions: { maxLexicalTokens: maxTokens },
  includeStacktraceInErrorResponses: false,
  stopOnTerminationSignals: false,
  logger: silent,
  formatError: (_formatted: GraphQLFormattedError, error: unknown) =>
    formatError(fromForeign(error)),
} as const;

/** Tells the record of what Apollo refuses before anything is executed, as a syntax error. */
function recordRefusals<Context extends LoggedContext>(): ApolloServerPlugin<Context> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        didEncounterErrors: ({ errors, contextValue }) => {
          const [first] = errors;
          if (first) contextValue.log.refused(fromForeign(first));
          return Promise.resolve();
        },
        willSendResponse: ({ response: { body }, contextValue }) => {
          const { requestId } = contextValue.log;
          if (body.kind === 'single') body.singleResult.extensions = { tongdao: { requestId } };
          return Promise.resolve();
        },
      }),
  };
}

/** A fresh array each time: Apollo changes it. Some of these would be turned on by APOLLO_KEY. */
export function apolloPlugins<Context extends LoggedContext>(): ApolloServerPlugin<Context>[] {
  return [
    recordRefusals<Context>(),
    ApolloServerPluginCacheControlDisabled(),
    ApolloServerPluginInlineTraceDisabled(),
    ApolloServerPluginLandingPageDisabled(),
    ApolloServerPluginSchemaReportingDisabled(),
    ApolloServerPluginUsageReportingDisabled(),
  ];
}
