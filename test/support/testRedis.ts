import {
  createServer,
  createConnection,
  type AddressInfo,
  type Server,
  type Socket,
} from 'node:net';

import { createClient } from '@redis/client';

const server = process.env['TONGDAO_TEST_REDIS'] ?? 'redis://127.0.0.1:6379';

/**
 * A database of the Redis that suites named `*.redis.test.ts` count in, each in one of its own, which
 * is emptied.
 */
export function testRedis(database: 9 | 10) {
  const url = `${server}/${database}`;
  const clientOf = () => createClient({ url });

  async function withClient<T>(ask: (client: ReturnType<typeof clientOf>) => Promise<T>) {
    const client = clientOf();
    await client.connect();
    try {
      return await ask(client);
    } finally {
      client.destroy();
    }
  }

  return {
    url,
    empty: () => withClient((client) => client.flushDb()),
    /** All that lies in it: keys, fields and values, in one text. */
    text: () =>
      withClient(async (client) => {
        const keys = await client.keys('*');
        const hashes = await Promise.all(keys.map((key) => client.hGetAll(key)));
        return JSON.stringify([keys, hashes]);
      }),
    /** The seconds that each key is still kept. */
    timesToLive: () =>
      withClient(async (client) => {
        const keys = await client.keys('*');
        return Promise.all(keys.map((key) => client.ttl(key)));
      }),
  };
}

/** A way to the Redis that can be cut and mended, as if it went down and came up again. */
export async function openWay(url: string) {
  const { hostname, port, pathname } = new URL(url);
  const sockets = new Set<Socket>();
  const serve = () =>
    createServer((near) => {
      const far = createConnection({ host: hostname, port: Number(port || 6379) });
      for (const socket of [near, far]) {
        sockets.add(socket);
        socket.on('error', () => undefined);
        socket.on('close', () => {
          near.destroy();
          far.destroy();
        });
      }
      near.pipe(far);
      far.pipe(near);
    });
  const listen = (server: Server, at: number) =>
    new Promise<void>((settle) => server.listen(at, '127.0.0.1', settle));

  let server = serve();
  await listen(server, 0);
  const { port: at } = server.address() as AddressInfo;

  async function cut(): Promise<void> {
    const closed = new Promise((settle) => server.close(settle));
    for (const socket of sockets) socket.destroy();
    sockets.clear();
    await closed;
  }
  return {
    url: `redis://127.0.0.1:${at}${pathname}`,
    cut,
    /** Those who have connected hear nothing more, and are not told; who connects anew is answered. */
    stall() {
      for (const socket of sockets) socket.unpipe();
    },
    async mend() {
      server = serve();
      await listen(server, at);
    },
  };
}
