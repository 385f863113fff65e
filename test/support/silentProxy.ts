import { createConnection, createServer, type AddressInfo, type Socket } from 'node:net';

/** A way to a server that can fall silent: connections stay open, and nothing passes any more. */
export async function openSilentProxy(port: number, host = '127.0.0.1') {
  const sockets = new Set<Socket>();
  let silent = new WeakSet<Socket>();
  let isSilent = false;
  const server = createServer((near) => {
    const far = createConnection({ host, port });
    if (isSilent) for (const socket of [near, far]) silent.add(socket);
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(one);
      one.on('error', () => undefined);
      one.on('data', (bytes) => {
        if (!silent.has(one)) other.write(bytes);
      });
      one.on('close', () => {
        sockets.delete(one);
        if (!silent.has(one)) other.destroy();
      });
    }
  });
  await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle));
  return {
    port: (server.address() as AddressInfo).port,
    /** Nothing passes any more on the connections that are open now. */
    silence() {
      for (const socket of sockets) silent.add(socket);
    },
    /** Nothing passes on any connection, whenever it was opened. */
    silenceAll() {
      this.silence();
      isSilent = true;
    },
    /** Connections that are opened from now on are served. */
    mend() {
      isSilent = false;
    },
    async close() {
      silent = new WeakSet();
      const closed = new Promise((settle) => server.close(settle));
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}
