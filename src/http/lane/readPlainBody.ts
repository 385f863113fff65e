import { checkBody, type GraphQLRequestBody } from '../../exchange/checkBody.js';
import { decodeBody } from '../wire/readBodies.js';

/** What Fastify's parser looks for, and refuses: names that reach an object's prototype. */
const suspect = /__proto__|constructor|\\u/;

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
