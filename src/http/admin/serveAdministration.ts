import { ApolloServer } from '@apollo/server';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import type { FastifyInstance } from 'fastify';

import type { AdministrativeLimits } from '../../exchange/checkAdministrative.js';
import { checkBody } from '../../exchange/checkBody.js';
import type { ActionRecorder } from '../../record/entry/actionRecorder.js';
import type { Recorder } from '../../record/entry/recorder.js';
import type { CatalogVersion } from '../../shared/brand.js';
import { memoryBound } from '../../shared/memoryBound.js';
import { apolloOptions } from '../graphql/apolloOptions.js';
import { apolloPlugins, type RecordedContext } from '../graphql/apolloPlugins.js';
import { createDocumentStore } from '../graphql/createDocumentStore.js';
import type { EntryDraft } from '../recording/entryDraft.js';
import { checkAccept } from '../wire/checkAccept.js';
import { singleHeader } from '../wire/headerValues.js';

import type { Administration } from './administration.js';
import { checkedFirst } from './checkedFirst.js';

function recordActions(
  draft: EntryDraft,
  record: Recorder,
  catalog: CatalogVersion,
): ActionRecorder {
  return {
    acted: (action) => {
      draft.acted(action);
    },
    actedOn: (target) => {
      draft.actedOn(target);
    },
    begun: () => record.append(draft.beginning(catalog)),
  };
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Null until an administrator is admitted. */
    adminContext: RecordedContext | null;
  }
}

/** Bytes of memory. */
const maxDocuments = memoryBound(4);

/**
 * Serves administrators on their own route, with an Apollo Server beside those of the contracts.
 * Its answers pass the same hooks as all others: they are recorded before they leave, and so are
 * refusals.
 */
export async function serveAdministration(
  app: FastifyInstance,
  administration: Administration,
  record: Recorder,
  catalog: CatalogVersion,
  limits: AdministrativeLimits,
): Promise<void> {
  const server = new ApolloServer<RecordedContext>({
    ...apolloOptions,
    schema: administration.schema,
    introspection: true,
    dangerouslyDisableValidation: true, // `checkedFirst` validates
    // Apollo knows the path of an error that a resolver threw; the error itself does not.
    formatError: (formatted, error) => ({
      ...apolloOptions.formatError(formatted, error),
      ...(formatted.path && { path: formatted.path }),
    }),
    documentStore: createDocumentStore(maxDocuments),
    plugins: [...apolloPlugins<RecordedContext>(), checkedFirst(administration.schema, limits)],
  });
  await server.start();
  const handler = fastifyApolloHandler<RecordedContext>(server, {
    context: ({ adminContext }) => {
      if (!adminContext) throw new TypeError('a request came to Apollo unadmitted');
      return Promise.resolve(adminContext);
    },
  });
  app.decorateRequest('adminContext', null);
  app.post('/admin/graphql', {
    // Admitted before the body is read, so that the entry of a refused body names its
    // administrator.
    onRequest: async (request) => {
      const draft = request.entryDraft;
      const administrator = await administration.admit(singleHeader(request.raw, 'authorization'));
      draft.administeredBy(administrator.id, administrator.agency);
      const actions = recordActions(draft, record, catalog);
      request.adminContext = { ...administrator.context(actions), draft };
    },
    handler(request, reply) {
      checkAccept(request.headers.accept);
      checkBody(request.body);
      return handler.call(this, request, reply);
    },
  });
}
