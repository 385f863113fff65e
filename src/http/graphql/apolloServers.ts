import { ApolloServer, type ApolloServerOptions, type BaseContext } from '@apollo/server';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import type { RouteHandlerMethod } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import { LRUCache } from 'lru-cache';

import type { Admission } from '../../exchange/admission.js';
import type { Exchange } from '../../exchange/exchange.js';
import { memoryBound } from '../../shared/memoryBound.js';

import { apolloOptions } from './apolloOptions.js';
import { apolloPlugins } from './apolloPlugins.js';
import { createDocumentStore } from './createDocumentStore.js';
import type { GraphQLContext } from './graphqlContext.js';
import type { RepeatLane } from './repeatLane.js';
import { schemaGateway } from './schemaGateway.js';

/** Bytes of memory for parsed documents. */
const maxDocuments = memoryBound(32);
/** A server takes some 50 kB beside its schema. */
const mostServers = 200;

/**
 * One Apollo Server for each schema of contracts, made on first use. It holds nothing that must be closed,
 * so a server is dropped by dropping the reference.
 */
export class ApolloServers {
  readonly #exchange: Pick<Exchange, 'answer'>;
  readonly #lane: RepeatLane;
  readonly #documentStore = createDocumentStore(maxDocuments);
  readonly #handlers = new LRUCache<GraphQLSchema, Promise<RouteHandlerMethod>>({
    max: mostServers,
  });

  /** @param lane is told of the operations that were answered, to take them over */
  constructor(exchange: Pick<Exchange, 'answer'>, lane: RepeatLane) {
    this.#exchange = exchange;
    this.#lane = lane;
  }

  /** The route handler of a contract; expects the request's `graphqlContext` to be set. */
  handlerOf({ schema }: Admission['contract']): Promise<RouteHandlerMethod> {
    const known = this.#handlers.get(schema);
    if (known) return known;
    const handler = this.#start(schema);
    this.#handlers.set(schema, handler);
    return handler;
  }

  async #start(schema: GraphQLSchema): Promise<RouteHandlerMethod> {
    const options: ApolloServerOptions<GraphQLContext> = {
      ...apolloOptions,
      gateway: schemaGateway(schema, this.#exchange, this.#lane),
      // A requester may know everything in its contract, so introspection is on.
      introspection: true,
      dangerouslyDisableValidation: true, // a stage of ours, which echoes nothing and is tested
      documentStore: this.#documentStore,
      plugins: apolloPlugins<GraphQLContext>(),
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
