import type { IncomingMessage } from 'node:http';

/**
 * Takes the body of a request out of what has arrived; null where some of it has not. It can be put back
 * in the same turn.
 *
 * @param length bytes, as the request states
 */
export function takeBody(request: IncomingMessage, length: number): Buffer | null {
  if (request.readableLength !== length) return null;
  const body: unknown = request.read();
  return Buffer.isBuffer(body) ? body : null;
}
