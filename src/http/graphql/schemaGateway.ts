import {
  HeaderMap,
  type ApolloServerOptionsWithGateway,
  type HTTPGraphQLHead,
} from '@apollo/server';
import { GraphQLError, type GraphQLSchema } from 'graphql';

import type { ExchangeError } from '../../errors/exchangeError.js';
import type { Answer } from '../../exchange/answer.js';
import type { Exchange } from '../../exchange/exchange.js';
import type { StatedOperation } from '../../exchange/operation.js';

import type { GraphQLContext } from './graphqlContext.js';
import type { RepeatLane } from './repeatLane.js';

type Gateway = ApolloServerOptionsWithGateway<GraphQLContext>['gateway'];
type Executor = NonNullable<Awaited<ReturnType<Gateway['load']>>['executor']>;

/** An error as Apollo takes it; `http` sets the status of an answer that has no data. */
function toGraphQLError(error: ExchangeError, isRefusal: boolean): GraphQLError {
  const http: HTTPGraphQLHead = { status: error.status, headers: new HeaderMap() };
  return new GraphQLError(error.message, {
    originalError: error,
    path: error.path,
    extensions: isRefusal ? { code: error.code, http } : { code: error.code },
  });
}

function toResult({ data, errors }: Answer, requestId: string): Awaited<ReturnType<Executor>> {
  return {
    // It was written to the bytes that go out, and Apollo takes an object.
    ...(data !== undefined && { data: JSON.parse(data.toString()) as Record<string, unknown> }),
    ...(errors.length > 0 && {
      errors: errors.map((error) => toGraphQLError(error, data === undefined)),
    }),
    extensions: { tongdao: { requestId } },
  };
}

/**
 * Apollo Server's own way to replace its executor: a gateway that gives Apollo the schema of
 * contracts and lets the exchange answer instead of resolvers. The executor never rejects, because
 * Apollo would answer with the message of whatever was thrown.
 */
export function schemaGateway(
  schema: GraphQLSchema,
  exchange: Pick<Exchange, 'answer'>,
  lane: RepeatLane,
): Gateway {
  const executor: Executor = async ({ context, document, queryHash, request }) => {
    // Apollo's type of the context does not tell what the route has put there.
    const { admission, draft } = context as unknown as GraphQLContext;
    const operation: StatedOperation = {
      document,
      documentHash: queryHash,
      operationName: request.operationName ?? null,
    };
    const variables = request.variables ?? {};
    const answer = await exchange.answer(admission, {
      ...operation,
      variables,
      occasion: draft.occasion,
    });
    draft.answered(answer.report, answer.errors);
    if (answer.data) lane.remember(admission.contract.fingerprint, operation);
    return toResult(answer, draft.requestId);
  };
  return {
    onSchemaLoadOrUpdate(callback) {
      callback({ apiSchema: schema, coreSupergraphSdl: '' });
      return () => undefined;
    },
    load: () => Promise.resolve({ executor }),
    stop: () => Promise.resolve(),
  };
}
