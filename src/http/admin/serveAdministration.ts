import { ApolloServer } from '@apollo/server';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import type { FastifyInstance } from 'fastify';

import type { ActionRecorder } from '../../record/entry/actionRecorder.js';
import type { Recorder } from '../../record/entry/recorder.js';
import type { CatalogVersion } from '../../shared/brand.js';
import { apolloOptions, apolloPlugins, type LoggedContext } from '../graphql/apolloOptions.js';
import { createDocumentStore } from '../graphql/documentStore.js';
import type { RequestLog } from '../recording/requestLog.js';
import { checkAccept } from '../wire/checkAccept.js';
import { checkBody } from '../wire/checkBody.js';

import type { Administration } from './administration.js';

import '../wire/requestTypes.js';

function actionLog(log: RequestLog, record: Recorder, catalog: CatalogVersion): ActionRecorder {
  return {
    acted: (action) => {
      log.acted(action);
    },
    actedOn: (target) => {
      log.actedOn(target);
    },
    begun: () => record.append(log.beginning(catalog)),
  };
}

/**
 * The administrators' own route, an Apollo Server of its own beside those of the contracts. Its answers
 * pass the hooks of all others: they are recorded before they leave, refusals included.
 */
export async function serveAdministration(
  app: FastifyInstance,
  administration: Administration,
  record: Recorder,
  catalog: CatalogVersion,
): Promise<void> {
  const server = new ApolloServer<LoggedContext>({
    ...apolloOptions,
    schema: administration.schema,
    introspection: true,
    // The errors of an executed part say which it is; those of the exchange know it by themselves.
    formatError: (formatted, error) => ({
      ...apolloOptions.formatError(formatted, error),
      ...(formatted.path && { path: formatted.path }),
    }),
    documentStore: createDocumentStore(200),
    plugins: apolloPlugins<LoggedContext>(),
  });
  await server.start();
  const handler = fastifyApolloHandler<LoggedContext>(server, {
    context: ({ adminContext }) => {
      if (!adminContext) throw new TypeError('a request came to Apollo unadmitted');
      return Promise.resolve(adminContext);
    },
  });
  app.decorateRequest('adminContext', null);
  app.post('/admin/graphql', {
    // Before the body is read, so that a refused one is on its administrator's record.
    onRequest: async (request) => {
      const log = request.exchangeLog;
      const administrator = await administration.admit(request.headers.authorization);
      log.administeredBy(administrator.id, administrator.agency);
      const actions = actionLog(log, record, catalog);
      const refused = log.refused.bind(log);
      request.adminContext = {
        ...administrator.context(actions),
        log: { ...actions, requestId: log.requestId, refused },
      };
    },
    handler(request, reply) {
      checkAccept(request.headers.accept);
      checkBody(request.body);
      return handler.call(this, request, reply);
    },
  });
}
