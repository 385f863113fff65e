import type { IncomingMessage } from 'node:http';

import { checkBody, type GraphQLRequestBody } from '../../exchange/checkBody.js';
import { decodeBody } from '../wire/readBodies.js';

/** What Fastify's parser looks for, and refuses: names that reach an object's prototype. */
const suspect = /__proto__|constructor|\\u/;

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

/** Reads a body as a GraphQL request; null where there is anything to say against it. */
export function readPlainBody(bytes: Buffer): GraphQLRequestBody | null {
  try {
    const text = decodeBody(bytes);
    if (suspect.test(text)) return null;
    const body: unknown = JSON.parse(text);
    checkBody(body);
    return body;
  } catch {
    return null;
  }
}
