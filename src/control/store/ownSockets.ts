import { connect, type Socket } from 'node:net';

/**
 * The sockets of a driver that sets no deadline for its queries. Where the other end is silent, they
 * are cut: then the driver fails what waits, and opens new ones.
 */
export class OwnSockets {
  readonly #open = new Set<Socket>();

  /** Opens a socket for the driver. */
  connect(port: number, host: string): Socket {
    const socket = connect(port, host);
    socket.setNoDelay(true);
    this.#open.add(socket);
    socket.once('close', () => this.#open.delete(socket));
    return socket;
  }

  cut(): void {
    for (const socket of this.#open) socket.destroy();
  }
}
