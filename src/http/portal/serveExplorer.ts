import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

import { ExchangeError } from '../../errors/exchangeError.js';
import { refusalType } from '../wire/refusalType.js';
import { writeErrorBody } from '../wire/writeErrorBody.js';

/** What the explorer's page shows first. */
export interface ExplorerConfig {
  readonly operation: string;
  /** An example of what the headers `acting-user` and `case-reference` state, in demo mode only. */
  readonly occasion?: { readonly actingUser: string; readonly caseReference: string };
  /**
   * Requesters to switch between. They carry their tokens, so the list is empty outside demo mode.
   */
  readonly requesters: readonly {
    readonly label: string;
    readonly purpose: string | null;
    readonly token: string | null;
  }[];
}

/** The page loads everything from this server, because the users' network is closed. */
const contentSecurityPolicy =
  "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; worker-src 'self'; connect-src 'self'; frame-ancestors 'none'";

/**
 * Why an operation is not answered by GET: in an address it would stand in the logs of every proxy on its
 * way. urql sends the hash of one so at first, and its document by POST, once it is told that none is kept.
 */
function refusalOf(query: unknown): { readonly status: number; readonly error: ExchangeError } {
  const { extensions } = query as { readonly extensions?: unknown };
  if (typeof extensions === 'string' && extensions.includes('"persistedQuery"')) {
    const error = new ExchangeError('PERSISTED_QUERY_NOT_SUPPORTED');
    return { status: error.status, error };
  }
  return {
    status: 405,
    error: new ExchangeError('BAD_USER_INPUT', 'An operation is sent by POST.'),
  };
}

/**
 * Serves GraphiQL to browsers that open `/graphql`. Its files hold nothing of any agency.
 *
 * @param root the folder of its files
 */
export async function serveExplorer(
  app: FastifyInstance,
  root: string,
  config: () => Promise<ExplorerConfig>,
): Promise<void> {
  await app.register(async (scope) => {
    scope.addHook('onRoute', (route) => {
      // An operation that is sent to /graphql by GET is refused, and that is on record.
      route.config = { ...route.config, unrecorded: route.url !== '/graphql' };
    });
    scope.addHook('onSend', (_request, reply, payload, done) => {
      void reply.header('content-security-policy', contentSecurityPolicy);
      void reply.header('x-content-type-options', 'nosniff');
      done(null, payload);
    });
    await scope.register(fastifyStatic, {
      root,
      prefix: '/explorer/',
      cacheControl: false,
      // The build puts compressed files beside its own: they are the same for everybody.
      preCompressed: true,
      setHeaders: (response) => {
        response.setHeader('vary', 'accept-encoding');
      },
    });
    scope.get('/explorer/config.json', async (_request, reply) =>
      reply.header('cache-control', 'no-store').send(await config()),
    );
    scope.get('/graphql', (request, reply) => {
      if (request.headers.accept?.includes('text/html')) {
        request.entryDraft.isOfPage = true;
        return reply.sendFile('index.html');
      }
      const { status, error } = refusalOf(request.query);
      request.entryDraft.refused(error);
      const body = writeErrorBody(error, request.entryDraft.requestId);
      if (status === 405) void reply.header('allow', 'POST');
      return reply.code(status).type(refusalType(request.headers.accept)).send(body);
    });
  });
}
