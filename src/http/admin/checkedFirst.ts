import { HeaderMap, type ApolloServerPlugin } from '@apollo/server';
import type { GraphQLSchema } from 'graphql';

import { formatError } from '../../errors/formatError.js';
import {
  checkAdministrative,
  type AdministrativeLimits,
} from '../../exchange/checkAdministrative.js';
import type { RecordedContext } from '../graphql/apolloPlugins.js';

/**
 * Answers an operation that is wrong, too large or too dear before any of it is executed. Apollo's own
 * validation would echo values, knows no limits, and compares each field with each other one.
 */
export function checkedFirst(
  schema: GraphQLSchema,
  limits: AdministrativeLimits,
): ApolloServerPlugin<RecordedContext> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        responseForOperation: ({ document, request, contextValue }) => {
          const { operationName = null, variables = {} } = request;
          const stated = { document, operationName, variables };
          const errors = checkAdministrative(schema, stated, limits);
          const [first] = errors;
          if (!first) return Promise.resolve(null);
          contextValue.draft.refused(first);
          return Promise.resolve({
            http: { status: first.status, headers: new HeaderMap() },
            body: { kind: 'single', singleResult: { errors: errors.map(formatError) } },
          });
        },
      }),
  };
}
