import { Socket } from 'node:net';

import type { Connection } from 'mysql2';

/**
 * Ends a connection at once. The driver's own `destroy` only says that it sends nothing more, and
 * waits for the other end, which may be silent for ever.
 */
export function cut(connection: Connection): void {
  connection.destroy();
  const { stream } = connection as { readonly stream?: unknown };
  if (stream instanceof Socket) stream.destroy();
}
