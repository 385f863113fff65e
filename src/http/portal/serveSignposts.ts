import type { FastifyInstance } from 'fastify';

import { ExchangeError } from '../../errors/exchangeError.js';
import { refusalType } from '../wire/refusalType.js';
import { writeErrorBody } from '../wire/writeErrorBody.js';

const html = `<!doctype html>
<meta charset="utf-8">
<title>Tongdao</title>
<p>This is Tongdao, a channel through which agencies share public data.
<p>Programs ask by POST to <code>/graphql</code>. In a browser, <a href="/graphql">/graphql</a> is an explorer.
`;

const told = {
  message: 'This is Tongdao, a channel through which agencies share public data.',
  exchange: 'POST /graphql, as JSON: {"query": "…", "variables": {…}}',
  explorer: 'GET /graphql, in a browser',
  health: 'GET /healthz, GET /readyz',
};

/**
 * Answers those who knock at the front door, or ask the administration as a page, by the way to go.
 */
export function serveSignposts(app: FastifyInstance, isAdministered: boolean): void {
  app.get('/', { config: { unrecorded: true } }, (request, reply) => {
    void reply.header('cache-control', 'no-store').header('x-content-type-options', 'nosniff');
    if (!request.headers.accept?.includes('text/html')) return reply.send(told);
    return reply
      .header('content-security-policy', "default-src 'none'; frame-ancestors 'none'")
      .type('text/html; charset=utf-8')
      .send(html);
  });
  if (!isAdministered) return;
  app.get('/admin/graphql', (request, reply) => {
    const error = new ExchangeError(
      'BAD_USER_INPUT',
      'The administration is asked by POST, as JSON, with the token of an administrator in `authorization`; its schema is told by introspection.',
    );
    request.entryDraft.refused(error);
    return reply
      .code(405)
      .header('allow', 'POST')
      .type(refusalType(request.headers.accept))
      .send(writeErrorBody(error, request.entryDraft.requestId));
  });
}
