import type { FastifyInstance } from 'fastify';

import { ExchangeError } from '../../errors/exchangeError.js';

import { refusalType } from './refusalType.js';
import { writeErrorBody } from './writeErrorBody.js';

/** What the requests of browsers may bring, and what pages may read of answers. */
const allowed = {
  'access-control-allow-methods': 'POST',
  'access-control-allow-headers':
    'accept, authorization, content-type, purpose, acting-user, case-reference',
  'access-control-max-age': '600',
} as const;

/**
 * Lets pages of the stated origins ask the exchange, and no others (Fetch standard, "CORS protocol"). No
 * cookie is ever allowed along: the exchange knows credentials in `authorization` alone. The
 * administration is for no page of another origin.
 */
export function allowOrigins(app: FastifyInstance, origins: readonly string[]): void {
  const known = new Set(origins);

  if (known.size > 0) {
    app.addHook('onRequest', (request, reply, done) => {
      const { origin } = request.headers;
      if (request.routeOptions.url === '/graphql') {
        void reply.header('vary', 'origin');
        if (origin !== undefined && known.has(origin)) {
          void reply.header('access-control-allow-origin', origin);
          void reply.header('access-control-expose-headers', 'request-id');
        }
      }
      done();
    });
  }

  app.options('/graphql', (request, reply) => {
    const { origin } = request.headers;
    if (origin !== undefined && known.has(origin)) {
      request.entryDraft.isOfPage = true;
      return reply.code(204).headers(allowed).send();
    }
    const error = new ExchangeError('BAD_USER_INPUT', 'An operation is sent by POST.');
    request.entryDraft.refused(error);
    return reply
      .code(405)
      .header('allow', 'POST')
      .type(refusalType(request.headers.accept))
      .send(writeErrorBody(error, request.entryDraft.requestId));
  });
}
