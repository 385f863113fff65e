import {
  ApolloServer,
  type ApolloServerOptions,
  type ApolloServerPlugin,
  type BaseContext,
} from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import type { RouteHandlerMethod } from 'fastify';
import { LRUCache } from 'lru-cache';

import type { Contract } from '../contract/contract.js';
import { fromForeign } from '../respond/foreignError.js';
import { formatError } from '../respond/formatError.js';
import type { Fingerprint } from '../shared/brand.js';

import { contractGateway } from './contractGateway.js';
import { createDocumentStore } from './documentStore.js';
import type { Exchange } from './exchange.js';
import type { GraphQLContext } from './graphqlContext.js';
import type { RepeatLane } from './repeatLane.js';

/** Tells the record of what Apollo refuses before the executor is asked, as a syntax error. */
function recordRefusals(): ApolloServerPlugin<GraphQLContext> {
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

/** Apollo's own words go nowhere: they may hold parts of requests. */
const silent = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};

/** How many tokens a document may have before its parsing is given up. */
export const maxTokens = 4_000;

/**
 * One Apollo Server for each contract, made when first asked for. One that is no longer asked for
 * is dropped by dropping the reference: it holds nothing that would have to be closed.
 */
export class ApolloServers {
  readonly #exchange: Exchange;
  readonly #lane: RepeatLane;
  readonly #documentStore = createDocumentStore(2_000);
  readonly #handlers = new LRUCache<Fingerprint, Promise<RouteHandlerMethod>>({ max: 200 });

  /** @param lane is told of the operations that were answered, to take them over */
  constructor(exchange: Exchange, lane: RepeatLane) {
    this.#exchange = exchange;
    this.#lane = lane;
  }

  /** The route handler of a contract; expects the request's `graphqlContext` to be set. */
  handlerOf(contract: Contract): Promise<RouteHandlerMethod> {
    const known = this.#handlers.get(contract.fingerprint);
    if (known) return known;
    const handler = this.#start(contract);
    this.#handlers.set(contract.fingerprint, handler);
    return handler;
  }

  async #start(contract: Contract): Promise<RouteHandlerMethod> {
    const options: ApolloServerOptions<GraphQLContext> = {
      gateway: contractGateway(contract, this.#exchange, this.#lane),
      // The contract is the limit: whatever introspection tells, its requester may know.
      introspection: true,
      dangerouslyDisableValidation: true, // a stage of ours, which echoes nothing and is tested
      persistedQueries: false, // a store of documents would be one of others' literals
      documentStore: this.#documentStore,
      parseOptions: { maxLexicalTokens: maxTokens },
      includeStacktraceInErrorResponses: false,
      stopOnTerminationSignals: false,
      logger: silent,
      formatError: (_formatted, error) => formatError(fromForeign(error)),
      // A fresh array each time: Apollo changes it. Some of these would be turned on by APOLLO_KEY.
      plugins: [
        recordRefusals(),
        ApolloServerPluginCacheControlDisabled(),
        ApolloServerPluginInlineTraceDisabled(),
        ApolloServerPluginLandingPageDisabled(),
        ApolloServerPluginSchemaReportingDisabled(),
        ApolloServerPluginUsageReportingDisabled(),
      ],
    };
    const server = new ApolloServer<GraphQLContext>(options);
    await server.start();
    return fastifyApolloHandler<GraphQLContext & BaseContext>(server, {
      context: (request) => {
        if (!request.graphqlContext) throw new TypeError('a request came to Apollo unadmitted');
        return Promise.resolve(request.graphqlContext);
      },
    });
  }
}
