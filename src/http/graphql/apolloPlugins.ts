import type { ApolloServerPlugin, BaseContext } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';

import type { EntryDraft } from '../recording/entryDraft.js';

import { fromApolloError } from './fromApolloError.js';

/** What the plugins need of the context of a request. */
export interface RecordedContext extends BaseContext {
  readonly draft: Pick<EntryDraft, 'requestId' | 'refused'>;
}

/** Puts on record what Apollo refuses before execution, such as a syntax error. */
function recordRefusals<Context extends RecordedContext>(): ApolloServerPlugin<Context> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        didEncounterErrors: ({ errors, contextValue }) => {
          const [first] = errors;
          if (first) contextValue.draft.refused(fromApolloError(first));
          return Promise.resolve();
        },
        willSendResponse: ({ response: { body }, contextValue }) => {
          const { requestId } = contextValue.draft;
          if (body.kind === 'single') body.singleResult.extensions = { tongdao: { requestId } };
          return Promise.resolve();
        },
      }),
  };
}

/**
 * The plugins of an Apollo Server, in an array of its own, since Apollo changes it. Some that are disabled
 * here would be turned on by the environment, as by APOLLO_KEY.
 */
export function apolloPlugins<Context extends RecordedContext>(): ApolloServerPlugin<Context>[] {
  return [
    recordRefusals<Context>(),
    ApolloServerPluginCacheControlDisabled(),
    ApolloServerPluginInlineTraceDisabled(),
    ApolloServerPluginLandingPageDisabled(),
    ApolloServerPluginSchemaReportingDisabled(),
    ApolloServerPluginUsageReportingDisabled(),
  ];
}
