import type { FastifyInstance } from 'fastify';

/** What a gateway is at; each phase says what it answers on `/readyz`. */
export type Phase =
  | { readonly kind: 'serving' }
  | { readonly kind: 'draining' }
  | { readonly kind: 'not-ready'; readonly why: string };

/** Health for whoever runs the gateway: `/healthz` says that it lives, `/readyz` that it can answer. */
export function serveHealth(app: FastifyInstance, phase: () => Promise<Phase>): void {
  const config = { unrecorded: true };
  app.get('/healthz', { config }, () => ({ status: 'ok' }));
  app.get('/readyz', { config }, async (_request, reply) => {
    const now = await phase();
    if (now.kind === 'serving') return { status: 'ready' };
    const why = now.kind === 'draining' ? 'draining' : now.why;
    return reply.code(503).send({ status: 'not ready', why });
  });
}

/**
 * Lets connections end once the server is to close: one that a client kept would hold up the end of
 * a gateway that drains.
 */
export function endConnectionsOnClose(app: FastifyInstance): void {
  let isClosing = false;
  app.addHook('preClose', (done) => {
    isClosing = true;
    done();
  });
  app.addHook('onSend', (_request, reply, payload, done) => {
    if (isClosing) void reply.header('connection', 'close');
    done(null, payload);
  });
}
