import type { Socket } from 'node:net';

import type { FastifyInstance } from 'fastify';

/** Tells which connections have a request that is being handled. */
export interface ConnectionUse {
  /** The whole of a request has arrived. */
  begin(socket: Socket): void;
  /** Its answer has left. */
  end(socket: Socket): void;
}

/**
 * Bounds the connections. Where there are as many as may be, a new one takes the place of the one that has
 * waited longest without a whole request: whoever opens many and sends nothing pushes out its own.
 *
 * A connection whose request is being handled is never ended for another.
 */
export function boundConnections(app: FastifyInstance, most: number): ConnectionUse {
  /** In the order in which they began to wait. */
  const waiting = new Set<Socket>();
  const busy = new Set<Socket>();

  app.server.on('connection', (socket: Socket) => {
    if (waiting.size + busy.size >= most) {
      const [longest] = waiting;
      if (!longest) {
        socket.destroy();
        return;
      }
      waiting.delete(longest);
      longest.destroy();
    }
    waiting.add(socket);
    socket.once('close', () => {
      waiting.delete(socket);
      busy.delete(socket);
    });
  });

  const connections: ConnectionUse = {
    begin(socket) {
      if (waiting.delete(socket)) busy.add(socket);
    },
    end(socket) {
      if (busy.delete(socket)) waiting.add(socket);
    },
  };
  // Only here has the whole of a request arrived.
  app.addHook('preHandler', (request, _reply, done) => {
    connections.begin(request.raw.socket);
    done();
  });
  app.addHook('onResponse', (request, _reply, done) => {
    connections.end(request.raw.socket);
    done();
  });
  return connections;
}
