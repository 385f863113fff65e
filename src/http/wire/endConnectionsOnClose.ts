import type { FastifyInstance } from 'fastify';

/**
 * Ends connections once the server is to close. A client that kept one open would hold up the end of a
 * gateway that drains.
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
