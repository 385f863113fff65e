import type { IncomingMessage, ServerResponse } from 'node:http';

import type { FastifyInstance } from 'fastify';

import type { ShortLane } from './shortLane.js';

type Handle = (request: IncomingMessage, response: ServerResponse) => void;

/** Lets a lane take requests before Fastify does. Once the server is to close, Fastify takes them all. */
export function takeBefore(app: FastifyInstance, lane: ShortLane): void {
  const [handle, ...more] = app.server.listeners('request') as Handle[];
  if (!handle || more.length > 0) throw new TypeError('Fastify listens in another way');
  app.server.off('request', handle);
  app.addHook('preClose', (done) => {
    lane.close();
    done();
  });
  app.server.on('request', (request, response) => {
    void lane.takes(request, response).then((isTaken) => {
      if (!isTaken) handle(request, response);
    });
  });
}
